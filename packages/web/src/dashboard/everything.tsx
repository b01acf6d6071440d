/** Everything that is kept, together: how large, how safe, a copy in a file, the passphrase, and its end. */
import { useEffect, useState } from 'preact/hooks';
import { isLasting } from '../kept/keep.ts';
import type { Listed } from '../kept/search.ts';
import type { Vault } from '../kept/vault.ts';
import { keptBytes } from '../reader/kept-files.ts';
import { useDashboardWords } from '../words/dashboard/use-words.ts';
import { Copies } from './copies.tsx';
import { Passphrase } from './passphrase.tsx';
import { RemoveEverything } from './remove-everything.tsx';

interface Props {
  readonly list: readonly Listed[];
  readonly broken: number;
  readonly vault: Vault;
  /** there is an account beside it */
  readonly isMarked: boolean;
  /** rows or lock have changed */
  readonly onVault: (vault?: Vault) => Promise<void>;
  readonly onLock: (vault: Vault) => void;
}

const MEGABYTE = 1_000_000;

export function Everything({ list, broken, vault, isMarked, onVault, onLock }: Props) {
  const { all } = useDashboardWords();
  const [bytes, setBytes] = useState<number | null>(null);
  const [lasts, setLasts] = useState<boolean | null>(null);
  const [isGone, setGone] = useState(false);
  const isEmpty = list.length === 0 && broken === 0;
  useEffect(() => {
    void keptBytes().then(setBytes);
    void isLasting().then(setLasts);
  }, [list.length]);
  return (
    <section class="everything" aria-labelledby="h-all">
      <h2 id="h-all">{isMarked ? all.headingHere : isEmpty ? all.headingEmpty : all.heading}</h2>
      {!isEmpty && (
        <p class="caption">
          {lasts !== null && (lasts ? all.lasting : all.notLasting)}{' '}
          {bytes !== null && all.size(Math.max(1, Math.round(bytes / MEGABYTE)))}
        </p>
      )}
      <div class="everything-parts">
        <Copies list={list} vault={vault} onBrought={() => onVault(vault)} />
        <Passphrase vault={vault} onVault={onVault} onLock={onLock} />
        {(!isEmpty || isGone) && (
          <section aria-labelledby="h-remove">
            <h3 id="h-remove">{all.remove.heading}</h3>
            <p>{all.remove.text}</p>
            <p role="status">{isGone && isEmpty ? all.remove.done : ''}</p>
            {!isEmpty && (
              <RemoveEverything
                vault={vault}
                onRemoved={async () => {
                  setGone(true);
                  await onVault();
                }}
              />
            )}
          </section>
        )}
      </div>
    </section>
  );
}
