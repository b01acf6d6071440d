/** What is kept, opened for the page that is open: rows of this device and of the account first, then each report told anew, one after the other. */
import type { BrowserReader, Digest } from '@readingscan/reader/browser';
import type { Language } from '@readingscan/reader/languages';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type AccountShelf, accountShelf, isSignedIn } from '../kept/account-shelf.ts';
import { browserRows } from '../kept/browser-rows.ts';
import { faultOf, type KeptFault } from '../kept/failure.ts';
import { inOrder, type Listed } from '../kept/search.ts';
import type { Opening, Place } from '../kept/shelf.ts';
import { openVault, type Vault } from '../kept/vault.ts';

/** How it stands with the account. */
export type Account =
  /** nothing can be saved on this site */
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly shelf: AccountShelf }
  /** what is there is not in the list */
  | { readonly kind: 'away'; readonly fault: KeptFault };

export type Kept =
  | { readonly kind: 'opening' }
  | { readonly kind: 'fault'; readonly fault: KeptFault }
  | { readonly kind: 'locked'; readonly vault: Vault }
  | {
      readonly kind: 'open';
      readonly vault: Vault;
      readonly account: Account;
      readonly list: readonly Listed[];
      /** rows that do not open */
      readonly broken: Readonly<Record<Place, number>>;
      /** every report has been told */
      readonly isTold: boolean;
    };

export interface UseKept {
  readonly kept: Kept;
  /** reads the rows again, by this vault or a new one */
  readonly refresh: (vault?: Vault) => Promise<void>;
  /** the account alone, where what is here stays locked */
  readonly leaveLocked: (vault: Vault) => Promise<void>;
  readonly lock: (vault: Vault) => void;
}

type Untold = Pick<Listed, 'place' | 'report'>;

export function useKept(reader: () => BrowserReader, language: Language, hasSaving: boolean): UseKept {
  const [kept, setKept] = useState<Kept>({ kind: 'opening' });
  /** each look makes what an earlier one still tells stale */
  const turn = useRef(0);
  /** what is here may stay locked */
  const alone = useRef(false);
  const digests = useRef(new Map<string, Digest | 'none'>());

  /** Done when the rows are there; what each says in plain words follows. */
  const refresh = async (given?: Vault): Promise<void> => {
    turn.current += 1;
    const own = turn.current;
    try {
      const vault = given ?? (await openVault(browserRows()));
      if (!vault.isOpen() && !alone.current) return setKept({ kind: 'locked', vault });
      const opened = vault.isOpen() ? vault.reports() : NOTHING;
      const [here, { account, opening }] = await Promise.all([opened, ofAccount(hasSaving)]);
      const reports = [...placed('device', here), ...placed('account', opening)];
      const broken = { device: here.broken, account: opening.broken };
      const told = (one: Untold): Digest | null => {
        const digest = digests.current.get(nameOf(one));
        return digest === undefined || digest === 'none' ? null : digest;
      };
      const show = (isTold: boolean): void => {
        const list = inOrder(reports.map((one) => ({ ...one, digest: told(one) })));
        if (turn.current === own) setKept({ kind: 'open', vault, account, list, broken, isTold });
      };
      const untold = reports.filter((one) => !digests.current.has(nameOf(one)));
      show(untold.length === 0);
      void tell(untold, own, show);
    } catch (error) {
      if (turn.current === own) setKept({ kind: 'fault', fault: faultOf(error) });
    }
  };

  async function tell(untold: readonly Untold[], own: number, show: (isTold: boolean) => void): Promise<void> {
    for (const [at, one] of untold.entries()) {
      const { source, warnings } = one.report;
      const result = await reader().digest({ source, warnings }, language);
      if (turn.current !== own) return;
      digests.current.set(nameOf(one), result.ok ? result.document : 'none');
      const isLast = at + 1 === untold.length;
      if (isLast || at + 1 === FIRST_SHOWN || (at + 1) % SHOWN_AT_ONCE === 0) show(isLast);
    }
  }

  const lock = (vault: Vault): void => {
    turn.current += 1;
    alone.current = false;
    digests.current.clear();
    vault.close();
    setKept({ kind: 'locked', vault });
  };

  const leaveLocked = (vault: Vault): Promise<void> => {
    alone.current = true;
    return refresh(vault);
  };

  useEffect(() => void refresh(), []);
  return { kept, refresh, leaveLocked, lock };
}

/** the list is drawn anew after so many reports */
const FIRST_SHOWN = 10;
const SHOWN_AT_ONCE = 50;
const NOTHING: Opening = { reports: [], broken: 0 };

/** Under one id the device and the account may have different words. */
const nameOf = ({ place, report }: Untold): string => `${place} ${report.id}`;

const placed = (place: Place, { reports }: Opening): readonly Untold[] => reports.map((report) => ({ place, report }));

/** What fails there takes nothing from what is here. Nothing is asked where nobody is signed in. */
async function ofAccount(hasSaving: boolean): Promise<{ readonly account: Account; readonly opening: Opening }> {
  if (!hasSaving) return { account: { kind: 'none' }, opening: NOTHING };
  if (!isSignedIn()) return { account: { kind: 'away', fault: 'signed-out' }, opening: NOTHING };
  const shelf = accountShelf();
  try {
    return { opening: await shelf.reports(), account: { kind: 'open', shelf } };
  } catch (error) {
    return { account: { kind: 'away', fault: faultOf(error) }, opening: NOTHING };
  }
}
