/** All reports as one file, saved and brought in again. Its code comes when it is asked for. */
import { useState } from 'preact/hooks';
import { faultOf, type KeptFault } from '../kept/failure.ts';
import { dayOf } from '../kept/follow-ups.ts';
import type { WholeReport } from '../kept/report.ts';
import type { Listed } from '../kept/search.ts';
import type { Vault } from '../kept/vault.ts';
import { saveAs } from '../layout/save-as.ts';
import { useDashboardWords } from '../words/dashboard/use-words.ts';
import { BringCopy } from './bring-copy.tsx';

interface Props {
  readonly list: readonly Listed[];
  readonly vault: Vault;
  readonly onBrought: () => Promise<void>;
}

type Said =
  | { readonly kind: 'nothing' | 'taking' | 'bringing' | 'bad' | 'failed' }
  | { readonly kind: 'brought'; readonly added: number; readonly known: number }
  | { readonly kind: 'fault'; readonly fault: KeptFault };

export function Copies({ list, vault, onBrought }: Props) {
  const text = useDashboardWords();
  const { copy } = text.all;
  const [said, setSaid] = useState<Said>({ kind: 'nothing' });

  const take = async (): Promise<void> => {
    setSaid({ kind: 'taking' });
    try {
      const { toArchive } = await import('../kept/archive.ts');
      const whole = await Promise.all(
        list.map(async ({ report }): Promise<WholeReport> => ({ report, files: await vault.originals(report) })),
      );
      saveAs(await toArchive(whole), `readingscan-reports-${dayOf(new Date())}.zip`, 'application/zip');
      setSaid({ kind: 'nothing' });
    } catch (error) {
      setSaid(isOfVault(error) ? { kind: 'fault', fault: faultOf(error) } : { kind: 'failed' });
    }
  };

  const bring = async (file: File): Promise<void> => {
    setSaid({ kind: 'bringing' });
    try {
      const { fromArchive } = await import('../kept/archive.ts');
      const whole = await fromArchive(new Uint8Array(await file.arrayBuffer()));
      const here = new Set((await vault.reports()).reports.map(({ id }) => id));
      const added = whole.filter(({ report }) => !here.has(report.id));
      if (added.length > 0) await vault.keep(added);
      await onBrought();
      setSaid({ kind: 'brought', added: added.length, known: whole.length - added.length });
    } catch (error) {
      setSaid(isOfVault(error) ? { kind: 'fault', fault: faultOf(error) } : { kind: 'bad' });
    }
  };

  return (
    <section aria-labelledby="h-copy">
      <h3 id="h-copy">{copy.heading}</h3>
      <p>{copy.text}</p>
      <div class="row">
        {list.length > 0 && (
          <button type="button" class="button" onClick={() => void take()}>
            {copy.take}
          </button>
        )}
        <BringCopy label={copy.bring} onFile={bring} />
      </div>
      <p class={said.kind === 'bad' || said.kind === 'failed' || said.kind === 'fault' ? 'fault' : ''} role="status">
        {sentence(said, text)}
      </p>
    </section>
  );
}

function sentence(said: Said, { all: { copy }, faults }: ReturnType<typeof useDashboardWords>): string {
  switch (said.kind) {
    case 'nothing':
      return '';
    case 'brought':
      return copy.brought(said.added, said.known);
    case 'fault':
      return faults[said.fault];
    default:
      return copy[said.kind];
  }
}

const isOfVault = (error: unknown): boolean =>
  (error instanceof Error && error.name === 'KeptError') || error instanceof DOMException;
