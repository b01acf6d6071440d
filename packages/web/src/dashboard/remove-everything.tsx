/** Deletes every kept report with its keys, asked about twice. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { faultOf, type KeptFault } from '../kept/failure.ts';
import type { Vault } from '../kept/vault.ts';
import { useDashboardWords } from '../words/dashboard/use-words.ts';

interface Props {
  readonly vault: Vault;
  readonly onRemoved: () => Promise<void>;
}

export function RemoveEverything({ vault, onRemoved }: Props) {
  const text = useDashboardWords();
  const { remove } = text.all;
  const [count, setCount] = useState<number | null>(null);
  const [fault, setFault] = useState<KeptFault | null>(null);
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), [count]);
  const attempt = async (doing: () => Promise<unknown>): Promise<void> => {
    setFault(null);
    try {
      await doing();
    } catch (error) {
      setFault(faultOf(error));
    }
  };
  return (
    <div class="asked-twice">
      {count === null ? (
        <button type="button" class="button" onClick={() => void attempt(() => vault.count().then(setCount))}>
          {remove.button}
        </button>
      ) : (
        <>
          <p>
            <b>{remove.sure(count)}</b>
          </p>
          <div class="row">
            <button
              type="button"
              class="button"
              onClick={() => void attempt(() => vault.removeAll().then(() => onRemoved()))}
            >
              {remove.yes}
            </button>
            <button type="button" class="button" ref={no} onClick={() => setCount(null)}>
              {remove.no}
            </button>
          </div>
        </>
      )}
      <p class="fault" role="alert">
        {fault ? text.faults[fault] : ''}
      </p>
    </div>
  );
}
