/** Kept reports: locked or open, a list of them, one of them, or several compared. */
import type { BrowserReader } from '@readingscan/reader/browser';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WebAssets } from '../assets.ts';
import { isSignedIn } from '../kept/account-shelf.ts';
import { keyOf, type Listed } from '../kept/search.ts';
import type { Place, Shelf } from '../kept/shelf.ts';
import { OpeningLines } from '../layout/opening.tsx';
import { deviceReader } from '../reader/device.ts';
import { useDashboardWords } from '../words/dashboard/use-words.ts';
import { useLanguage } from '../words/use-words.ts';
import { AccountAway, AccountPart, LockedHere } from './account-part.tsx';
import { Compared } from './compared.tsx';
import { Everything } from './everything.tsx';
import { FollowUps } from './follow-ups.tsx';
import { Locked } from './locked.tsx';
import { NothingKept } from './nothing-kept.tsx';
import { OpenedReport } from './opened-report.tsx';
import { ReportList } from './report-list.tsx';
import { SharedLinks } from './shared-links.tsx';
import { useIdleLock } from './use-idle-lock.ts';
import { useKept } from './use-kept.ts';

type View =
  | { readonly kind: 'list' }
  | { readonly kind: 'report'; readonly key: string }
  | { readonly kind: 'compare'; readonly keys: readonly string[] };

const LIST: View = { kind: 'list' };

interface Props {
  readonly assets: WebAssets;
  /** reports can be saved in accounts on this site */
  readonly hasSaving: boolean;
}

export function Dashboard({ assets, hasSaving }: Props) {
  const text = useDashboardWords();
  const language = useLanguage();
  const reader = (): BrowserReader => deviceReader(assets);
  const { kept, refresh, leaveLocked, lock } = useKept(reader, language, hasSaving);
  const [view, setView] = useState<View>(LIST);
  const [said, setSaid] = useState('');
  /** the report that was open has the focus again when the list comes back */
  const last = useRef<string | null>(null);

  const show = (next: View): void => {
    setSaid('');
    if (next.kind !== 'list') history.pushState({ dashboard: true }, '');
    setView(next);
    scrollTo(0, 0);
  };
  const back = (): void => history.back();
  const open = (one: Listed): void => {
    last.current = keyOf(one);
    show({ kind: 'report', key: keyOf(one) });
  };

  useEffect(() => {
    // a link within the page changes the hash only
    const left = (): void => {
      if (!history.state?.dashboard && location.hash === '') setView(LIST);
    };
    addEventListener('popstate', left);
    return () => removeEventListener('popstate', left);
  }, []);
  useEffect(() => {
    if (view.kind !== 'list' || last.current === null) return;
    document.getElementById(`open-${last.current}`)?.focus();
  }, [view]);

  useIdleLock(kept.kind === 'open' && kept.vault.lock === 'passphrase', () => {
    if (kept.kind !== 'open') return;
    setView(LIST);
    lock(kept.vault);
  });

  if (kept.kind === 'opening') return <Opening />;
  if (kept.kind === 'fault') {
    return (
      <Frame>
        <p class="fault" role="alert">
          {text.faults[kept.fault]}
        </p>
        <p>
          <button type="button" class="button" onClick={() => location.reload()}>
            {text.loadAgain}
          </button>
        </p>
      </Frame>
    );
  }
  if (kept.kind === 'locked')
    return (
      <Locked
        vault={kept.vault}
        onOpen={() => refresh(kept.vault)}
        onAccount={hasSaving && isSignedIn() ? () => leaveLocked(kept.vault) : null}
        onRemoved={refresh}
      />
    );

  const { vault, account, list, broken, isTold } = kept;
  const lost = broken.device + broken.account;
  const isMarked = account.kind === 'open';
  // without the account nothing in the list is of it
  const shelves: Readonly<Record<Place, Shelf>> = { device: vault, account: isMarked ? account.shelf : vault };
  const here = list.filter(({ place }) => place === 'device');
  const listed = (key: string) => list.find((one) => keyOf(one) === key);
  const removed = async (place: Place): Promise<void> => {
    await refresh(vault);
    setSaid(text.report.removed[place]);
  };
  if (view.kind === 'report') {
    const one = listed(view.key);
    if (one)
      return <OpenedReport key={view.key} listed={one} shelf={shelves[one.place]} reader={reader} onBack={back} />;
  }
  if (view.kind === 'compare') {
    const chosen = view.keys.flatMap((key) => listed(key) ?? []);
    return <Compared chosen={chosen} reader={reader} onBack={back} />;
  }
  return (
    <Frame lead={isMarked ? text.leadBoth : text.lead}>
      <p role="status" class="said">
        {said}
      </p>
      <AccountAway account={account} onChanged={() => refresh(vault)} />
      {!vault.isOpen() && <LockedHere onUnlock={() => lock(vault)} />}
      {lost > 0 && <p class="fault">{text.broken(lost)}</p>}
      {list.length === 0 && lost === 0 && vault.isOpen() && <NothingKept />}
      {list.length > 0 && (
        <>
          <FollowUps list={list} isTold={isTold} onOpen={open} />
          <ReportList
            list={list}
            shelves={shelves}
            isMarked={isMarked}
            isTold={isTold}
            onOpen={open}
            onCompare={(keys) => show({ kind: 'compare', keys })}
            onChanged={() => refresh(vault)}
            onRemoved={removed}
          />
        </>
      )}
      {isMarked && <SharedLinks list={list} />}
      {isMarked && <AccountPart shelf={account.shelf} onChanged={() => refresh(vault)} />}
      {vault.isOpen() && (
        <Everything
          list={here}
          broken={broken.device}
          vault={vault}
          isMarked={isMarked}
          onVault={refresh}
          onLock={lock}
        />
      )}
    </Frame>
  );
}

/** What stands there before anything is opened: the server makes the same. */
export function Opening() {
  const text = useDashboardWords();
  return (
    <Frame>
      <OpeningLines opening={text.opening} noScript={text.noScript} />
    </Frame>
  );
}

function Frame({ lead, children }: { readonly lead?: string; readonly children: ComponentChildren }) {
  const text = useDashboardWords();
  return (
    <div class="wrap dashboard">
      <header class="dashboard-head">
        <h1 tabIndex={-1}>{text.title}</h1>
        <p class="lead quiet">{lead ?? text.lead}</p>
      </header>
      {children}
    </div>
  );
}
