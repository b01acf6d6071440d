/** The lock: the passphrase is asked for before any word of a report is there. */
import { useRef, useState } from 'preact/hooks';
import { faultOf, type KeptFault } from '../kept/failure.ts';
import type { Vault } from '../kept/vault.ts';
import { useDashboardWords } from '../words/dashboard/use-words.ts';
import { RemoveEverything } from './remove-everything.tsx';

interface Props {
  readonly vault: Vault;
  readonly onOpen: () => Promise<void>;
  /** null: there is no account to look into meanwhile */
  readonly onAccount: (() => Promise<void>) | null;
  /** everything is deleted */
  readonly onRemoved: () => Promise<void>;
}

export function Locked({ vault, onOpen, onAccount, onRemoved }: Props) {
  const text = useDashboardWords();
  const { locked } = text;
  const [passphrase, setPassphrase] = useState('');
  const [fault, setFault] = useState<KeptFault | null>(null);
  const [isBusy, setBusy] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const open = async (): Promise<void> => {
    setBusy(true);
    setFault(null);
    try {
      await vault.unlock(passphrase);
      await onOpen();
    } catch (error) {
      setFault(faultOf(error));
      setBusy(false);
      box.current?.select();
    }
  };
  return (
    <div class="wrap dashboard">
      <header class="dashboard-head">
        <h1 tabIndex={-1}>{locked.heading}</h1>
        <p class="lead quiet">{locked.text}</p>
      </header>
      <form
        class="card lock-form"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <div class="field">
          <label for="passphrase">{locked.label}</label>
          <input
            id="passphrase"
            ref={box}
            type="password"
            autocomplete="current-password"
            required
            aria-describedby="passphrase-fault"
            {...(fault === 'wrong-passphrase' ? { 'aria-invalid': true } : {})}
            value={passphrase}
            onInput={({ currentTarget }) => setPassphrase(currentTarget.value)}
          />
        </div>
        <p class="fault" role="alert" id="passphrase-fault">
          {fault ? text.faults[fault] : ''}
        </p>
        <button type="submit" class="button primary big" disabled={isBusy}>
          {locked.open}
        </button>
        <p class="caption" role="status">
          {isBusy ? locked.opening : ''}
        </p>
      </form>
      {onAccount && (
        <p>
          <button type="button" class="button" onClick={() => void onAccount()}>
            {locked.account}
          </button>
        </p>
      )}
      <details class="more">
        <summary>{locked.forgotten}</summary>
        <p class="more-text">{locked.forgottenText}</p>
        <RemoveEverything vault={vault} onRemoved={onRemoved} />
      </details>
    </div>
  );
}
