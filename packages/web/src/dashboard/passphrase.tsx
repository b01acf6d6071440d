/** The passphrase: set, changed, taken away; what forgetting it means is said before. */
import { useState } from 'preact/hooks';
import { faultOf, type KeptFault } from '../kept/failure.ts';
import { isLongEnough, SHORTEST_PASSPHRASE } from '../kept/lock.ts';
import type { Vault } from '../kept/vault.ts';
import { useDashboardWords } from '../words/dashboard/use-words.ts';

interface Props {
  readonly vault: Vault;
  readonly onVault: (vault: Vault) => Promise<void>;
  readonly onLock: (vault: Vault) => void;
}

type Said = '' | 'done' | 'gone' | 'short' | 'differs' | KeptFault;

export function Passphrase({ vault, onVault, onLock }: Props) {
  const text = useDashboardWords();
  const { lock } = text.all;
  const [[first, again], setTyped] = useState<readonly [string, string]>(['', '']);
  const [said, setSaid] = useState<Said>('');
  const [isBusy, setBusy] = useState(false);
  const isLocked = vault.lock === 'passphrase';

  const change = async (passphrase: string | null): Promise<void> => {
    setBusy(true);
    try {
      const next = await vault.setPassphrase(passphrase);
      setTyped(['', '']);
      await onVault(next);
      setSaid(passphrase === null ? 'gone' : 'done');
    } catch (error) {
      setSaid(faultOf(error));
    }
    setBusy(false);
  };
  const set = (): void => {
    if (!isLongEnough(first)) setSaid('short');
    else if (first !== again) setSaid('differs');
    else void change(first);
  };

  return (
    <section aria-labelledby="h-lock">
      <h3 id="h-lock">{lock.heading}</h3>
      <p>{isLocked ? lock.with : lock.without}</p>
      {isLocked && (
        <div class="row">
          <button type="button" class="button" onClick={() => onLock(vault)}>
            {lock.now}
          </button>
          <button type="button" class="button" disabled={isBusy} onClick={() => void change(null)}>
            {lock.off}
          </button>
        </div>
      )}
      <details class="more">
        <summary>{isLocked ? lock.change : lock.set}</summary>
        <form
          class="lock-new"
          onSubmit={(event) => {
            event.preventDefault();
            set();
          }}
        >
          <p class="calm-note">{lock.warning}</p>
          <div class="field">
            <label for="new-passphrase">{lock.label}</label>
            <p class="caption" id="new-passphrase-hint">
              {lock.hint(SHORTEST_PASSPHRASE)}
            </p>
            <input
              id="new-passphrase"
              type="password"
              autocomplete="new-password"
              aria-describedby="new-passphrase-hint lock-said"
              {...(said === 'short' ? { 'aria-invalid': true } : {})}
              value={first}
              onInput={({ currentTarget }) => setTyped([currentTarget.value, again])}
            />
          </div>
          <div class="field">
            <label for="new-passphrase-again">{lock.again}</label>
            <input
              id="new-passphrase-again"
              type="password"
              autocomplete="new-password"
              aria-describedby="lock-said"
              {...(said === 'differs' ? { 'aria-invalid': true } : {})}
              value={again}
              onInput={({ currentTarget }) => setTyped([first, currentTarget.value])}
            />
          </div>
          <button type="submit" class="button" disabled={isBusy}>
            {isLocked ? lock.change : lock.set}
          </button>
        </form>
      </details>
      <p class={said === 'done' || said === 'gone' ? '' : 'fault'} role="status" id="lock-said">
        {sentence(said, text)}
      </p>
    </section>
  );
}

function sentence(said: Said, { all: { lock }, faults }: ReturnType<typeof useDashboardWords>): string {
  if (said === '') return '';
  if (said === 'done' || said === 'gone' || said === 'differs') return lock[said];
  return said === 'short' ? lock.short(SHORTEST_PASSPHRASE) : faults[said];
}
