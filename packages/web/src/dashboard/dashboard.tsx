/** Kept reports: locked or open, a list of them, one of them, or several compared. */
import type { BrowserReader } from '@readingscan/reader/browser';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WebAssets } from '../assets.ts';
import type { KeptReport } from '../kept/report.ts';
import { deviceReader } from '../reader/device.ts';
import { useDashboardWords } from '../words/dashboard/use-words.ts';
import { useLanguage } from '../words/use-words.ts';
import { Compared } from './compared.tsx';
import { Everything } from './everything.tsx';
import { FollowUps } from './follow-ups.tsx';
import { Locked } from './locked.tsx';
import { NothingKept } from './nothing-kept.tsx';
import { OpenedReport } from './opened-report.tsx';
import { ReportList } from './report-list.tsx';
import { useIdleLock } from './use-idle-lock.ts';
import { useKept } from './use-kept.ts';

type View =
  | { readonly kind: 'list' }
  | { readonly kind: 'report'; readonly id: string }
  | { readonly kind: 'compare'; readonly ids: readonly string[] };

const LIST: View = { kind: 'list' };

export function Dashboard({ assets }: { readonly assets: WebAssets }) {
  const text = useDashboardWords();
  const language = useLanguage();
  const reader = (): BrowserReader => deviceReader(assets);
  const { kept, refresh, lock } = useKept(reader, language);
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
  const open = (report: KeptReport): void => {
    last.current = report.id;
    show({ kind: 'report', id: report.id });
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
    return <Locked vault={kept.vault} onOpen={() => refresh(kept.vault)} onRemoved={refresh} />;

  const { vault, list, broken, isTold } = kept;
  const listed = (id: string) => list.find(({ report }) => report.id === id);
  const removed = async (): Promise<void> => {
    await refresh(vault);
    setSaid(text.report.removed);
  };
  if (view.kind === 'report') {
    const one = listed(view.id);
    if (one) return <OpenedReport key={view.id} listed={one} vault={vault} reader={reader} onBack={back} />;
  }
  if (view.kind === 'compare') {
    const chosen = view.ids.flatMap((id) => listed(id) ?? []);
    return <Compared chosen={chosen} reader={reader} onBack={back} />;
  }
  return (
    <Frame>
      <p role="status" class="said">
        {said}
      </p>
      {broken > 0 && <p class="fault">{text.broken(broken)}</p>}
      {list.length === 0 && broken === 0 && <NothingKept />}
      {list.length > 0 && (
        <>
          <FollowUps list={list} isTold={isTold} onOpen={open} />
          <ReportList
            list={list}
            vault={vault}
            isTold={isTold}
            onOpen={open}
            onCompare={(ids) => show({ kind: 'compare', ids })}
            onChanged={() => refresh(vault)}
            onRemoved={removed}
          />
        </>
      )}
      <Everything list={list} broken={broken} vault={vault} onVault={refresh} onLock={lock} />
    </Frame>
  );
}

/** What stands there before anything is opened: the server makes the same. */
export function Opening() {
  const text = useDashboardWords();
  return (
    <Frame>
      <p class="quiet needs-script" role="status">
        {text.opening}
      </p>
      {typeof document === 'undefined' && (
        <noscript>
          <p>{text.noScript}</p>
        </noscript>
      )}
    </Frame>
  );
}

function Frame({ children }: { readonly children: ComponentChildren }) {
  const text = useDashboardWords();
  return (
    <div class="wrap dashboard">
      <header class="dashboard-head">
        <h1 tabIndex={-1}>{text.title}</h1>
        <p class="lead quiet">{text.lead}</p>
      </header>
      {children}
    </div>
  );
}
