/** What is kept, opened for the page that is open: rows first, then each report told anew, one after the other. */
import type { BrowserReader, Digest } from '@readingscan/reader/browser';
import type { Language } from '@readingscan/reader/languages';
import { useEffect, useRef, useState } from 'preact/hooks';
import { browserRows } from '../kept/browser-rows.ts';
import { faultOf, type KeptFault } from '../kept/failure.ts';
import type { KeptReport } from '../kept/report.ts';
import { inOrder, type Listed } from '../kept/search.ts';
import { openVault, type Vault } from '../kept/vault.ts';

export type Kept =
  | { readonly kind: 'opening' }
  | { readonly kind: 'fault'; readonly fault: KeptFault }
  | { readonly kind: 'locked'; readonly vault: Vault }
  | {
      readonly kind: 'open';
      readonly vault: Vault;
      readonly list: readonly Listed[];
      readonly broken: number;
      /** every report has been told */
      readonly isTold: boolean;
    };

export interface UseKept {
  readonly kept: Kept;
  /** reads the rows again, by this vault or a new one */
  readonly refresh: (vault?: Vault) => Promise<void>;
  readonly lock: (vault: Vault) => void;
}

export function useKept(reader: () => BrowserReader, language: Language): UseKept {
  const [kept, setKept] = useState<Kept>({ kind: 'opening' });
  /** each look makes what an earlier one still tells stale */
  const turn = useRef(0);
  const digests = useRef(new Map<string, Digest | 'none'>());

  /** Done when the rows are there; what each says in plain words follows. */
  const refresh = async (given?: Vault): Promise<void> => {
    turn.current += 1;
    const own = turn.current;
    try {
      const vault = given ?? (await openVault(browserRows()));
      if (!vault.isOpen()) return setKept({ kind: 'locked', vault });
      const { reports, broken } = await vault.reports();
      const told = (report: KeptReport): Digest | null => {
        const digest = digests.current.get(report.id);
        return digest === undefined || digest === 'none' ? null : digest;
      };
      const show = (isTold: boolean): void => {
        const list = inOrder(reports.map((report) => ({ report, digest: told(report) })));
        if (turn.current === own) setKept({ kind: 'open', vault, list, broken, isTold });
      };
      const untold = reports.filter(({ id }) => !digests.current.has(id));
      show(untold.length === 0);
      void tell(untold, own, show);
    } catch (error) {
      if (turn.current === own) setKept({ kind: 'fault', fault: faultOf(error) });
    }
  };

  async function tell(untold: readonly KeptReport[], own: number, show: (isTold: boolean) => void): Promise<void> {
    for (const [at, { id, source, warnings }] of untold.entries()) {
      const result = await reader().digest({ source, warnings }, language);
      if (turn.current !== own) return;
      digests.current.set(id, result.ok ? result.document : 'none');
      const isLast = at + 1 === untold.length;
      if (isLast || at + 1 === FIRST_SHOWN || (at + 1) % SHOWN_AT_ONCE === 0) show(isLast);
    }
  }

  const lock = (vault: Vault): void => {
    turn.current += 1;
    digests.current.clear();
    vault.close();
    setKept({ kind: 'locked', vault });
  };

  useEffect(() => void refresh(), []);
  return { kept, refresh, lock };
}

/** the list is drawn anew after so many reports */
const FIRST_SHOWN = 10;
const SHOWN_AT_ONCE = 50;
