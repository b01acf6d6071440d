/** What stands on the pages of a launch: that the hospital is asked, why it could not be, or its reports in the reader. */
import { useEffect, useState } from 'preact/hooks';
import type { WebAssets } from '../assets.ts';
import { hrefOf } from '../layout/href.ts';
import { OpeningLines } from '../layout/opening.tsx';
import { SiteLink } from '../layout/site-link.tsx';
import { Reader } from '../reader/reader.tsx';
import { SMART_WORDS } from '../words/smart.ts';
import { useLanguage } from '../words/use-words.ts';
import type { SmartSettings } from './discovery.ts';
import { SmartFailure, type SmartReason } from './failure.ts';
import { fetchedReports } from './fetched-reports.ts';
import { comeBack, leave } from './trip.ts';

export const LAUNCH = '/smart/launch';
export const REPORTS = '/smart/reports';

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly reason: SmartReason }
  | { readonly kind: 'reports'; readonly file: File };

interface Props {
  readonly assets: WebAssets;
  readonly settings: SmartSettings;
}

export function SmartApp({ assets, settings }: Props) {
  const language = useLanguage();
  const text = SMART_WORDS[language];
  const [state, setState] = useState<State>({ kind: 'asking' });
  useEffect(() => {
    const query = new URLSearchParams(location.search);
    const isBack = location.pathname === hrefOf(language, REPORTS);
    // the code is no longer in the address, nor in what the browser remembers of it
    if (isBack) history.replaceState(null, '', location.pathname);
    const work = isBack
      ? comeBack(query, settings)
          .then(fetchedReports)
          .then((file) => setState({ kind: 'reports', file }))
      : leave(query, location.origin + hrefOf(language, REPORTS), settings).then((to) => location.assign(to));
    work.catch((error: unknown) =>
      setState({ kind: 'failed', reason: error instanceof SmartFailure ? error.reason : 'server' }),
    );
  }, []);

  if (state.kind === 'reports')
    return <Reader assets={assets} isFramed first={state.file} list={{ heading: text.list, note: text.onDevice }} />;
  return <SmartWaiting reason={state.kind === 'failed' ? state.reason : null} />;
}

/** As the server makes it too. */
export function SmartWaiting({ reason }: { readonly reason: SmartReason | null }) {
  const text = SMART_WORDS[useLanguage()];
  return (
    <div class="wrap view problem">
      <h1 tabIndex={-1}>{reason === null ? text.title : text.failures[reason][0]}</h1>
      {reason === null ? (
        <OpeningLines opening={text.asking} noScript={text.noScript} />
      ) : (
        <p class="lead" role="alert">
          {text.failures[reason][1]}
        </p>
      )}
      {reason === null ? (
        <p>{text.onDevice}</p>
      ) : (
        <p>
          <SiteLink to="/">{text.yourself}</SiteLink>
        </p>
      )}
    </div>
  );
}
