/** One kept report, explained anew by the program of today in the language of the page. */
import type { Explanation } from '@readingscan/engine';
import type { BrowserReader } from '@readingscan/reader/browser';
import { useEffect, useState } from 'preact/hooks';
import type { Listed } from '../kept/search.ts';
import type { Shelf } from '../kept/shelf.ts';
import { nextTextSize } from '../reader/larger.ts';
import { ResultView } from '../reader/result-view.tsx';
import { useDashboardWords } from '../words/dashboard/use-words.ts';
import { useLanguage, useWords } from '../words/use-words.ts';
import { SHARE, SharePanel } from './share-panel.tsx';
import { titleOf } from './titled.ts';

interface Props {
  readonly listed: Listed;
  readonly shelf: Shelf;
  readonly reader: () => BrowserReader;
  readonly onBack: () => void;
}

type State =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'open'; readonly explanation: Explanation; readonly files: readonly File[] };

export function OpenedReport({ listed, shelf, reader, onBack }: Props) {
  const { place, report } = listed;
  const text = useDashboardWords();
  const { opened, share } = text;
  const words = useWords();
  const language = useLanguage();
  const name = titleOf(listed, words, text);
  const canShare = place === 'account';
  const [state, setState] = useState<State>({ kind: 'opening' });
  useEffect(() => {
    let isLeft = false;
    const { source, warnings } = report;
    const open = async (): Promise<State> => {
      const result = await reader().explain({ kind: 'kept', kept: { source, warnings } }, { language });
      // what was too hard to read was shown all the same when it was kept
      const explanation = result.document;
      if (!explanation) return { kind: 'failed' };
      // a photograph that does not open takes nothing from the words
      const originals = await shelf.originals(report).catch(() => []);
      const files = originals.map(({ bytes, name, type }) => new File([bytes], name, { type }));
      return { kind: 'open', explanation, files };
    };
    void open()
      .catch((): State => ({ kind: 'failed' }))
      .then((next) => {
        if (!isLeft) setState(next);
      });
    return () => {
      isLeft = true;
    };
  }, [report.id]);

  const back = (
    <p class="wrap back">
      <button type="button" class="link-button" onClick={onBack}>
        <span aria-hidden="true">←</span> {opened.back}
      </button>
      {canShare && state.kind === 'open' && (
        <button type="button" class="link-button" onClick={toSharing}>
          {share.begin}
        </button>
      )}
    </p>
  );
  if (state.kind === 'open') {
    return (
      <>
        {back}
        <ResultView
          given={{ kind: 'files', files: state.files }}
          explanation={state.explanation}
          note={opened.note[place]}
          isKept
          keep={canShare && <SharePanel report={report} files={state.files} name={name} reader={reader} />}
          onLarger={nextTextSize}
          onPrint={() => print()}
        />
      </>
    );
  }
  return (
    <>
      {back}
      <div class="wrap view">
        <h1 tabIndex={-1}>{state.kind === 'failed' ? opened.failed : words.working.heading}</h1>
        {state.kind === 'failed' && (
          <pre class="report paper kept-text" lang="en">
            {report.source.text}
          </pre>
        )}
      </div>
    </>
  );
}

/** The panel stands where a result is taken along, at its end. */
function toSharing(): void {
  const panel = document.getElementById(SHARE);
  panel?.scrollIntoView({ block: 'center' });
  panel?.querySelector('button')?.focus({ preventScroll: true });
}
