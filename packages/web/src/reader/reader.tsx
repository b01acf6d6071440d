/** The reader: takes a report, reads it on this device, shows what it says. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WebAssets } from '../assets.ts';
import { SAMPLE_REPORT } from '../sample.ts';
import { useLanguage, useWords } from '../words/use-words.ts';
import { Correct } from './correct.tsx';
import { deviceReader, inputOf } from './device.ts';
import { keepLanguage } from './kept-language.tsx';
import { nextTextSize } from './larger.ts';
import { Pages } from './pages.tsx';
import { Paste } from './paste.tsx';
import { Problem } from './problem.tsx';
import { ResultView } from './result-view.tsx';
import { Start } from './start.tsx';
import type { Given, ReaderState } from './state.ts';
import { useArrivals } from './use-arrivals.ts';
import { useView } from './use-view.ts';
import { Working } from './working.tsx';

interface Props {
  readonly assets: WebAssets;
  /** within a page of somebody else: nothing is kept, and nothing leads to pages that no frame may hold */
  readonly isFramed?: boolean;
  /** read at once, and again when one begins anew */
  readonly first?: File;
  /** what stands around its reports, where there are several */
  readonly list?: { readonly heading: string; readonly note: string };
}

export function Reader({ assets, isFramed = false, first, list }: Props) {
  const words = useWords();
  const language = useLanguage();
  const [state, setState] = useState<ReaderState>(() =>
    first ? { kind: 'working', given: givenFile(first), progress: null } : { kind: 'start' },
  );
  const [draft, setDraft] = useState('');
  const running = useRef<AbortController | null>(null);

  const toStart = (): void => {
    running.current?.abort();
    if (first) void explain(givenFile(first));
    else setState({ kind: 'start' });
  };

  /** Nothing of what was typed or recognised is held on. */
  const startOver = (): void => {
    setDraft('');
    toStart();
  };

  async function explain(given: Given, note: string | null = null): Promise<void> {
    running.current?.abort();
    const job = new AbortController();
    running.current = job;
    if (!isFramed) keepLanguage(language);
    setState({ kind: 'working', given, progress: null });
    try {
      const result = await deviceReader(assets).explain(await inputOf(given), {
        language,
        signal: job.signal,
        ...(given.kind === 'files' && given.report !== undefined ? { report: given.report } : {}),
        onProgress: (progress) => {
          if (!job.signal.aborted) setState({ kind: 'working', given, progress });
        },
      });
      if (job.signal.aborted) return;
      if (result.ok) return setState({ kind: 'result', given, explanation: result.document, note });
      const { error, document, text } = result;
      if (text !== undefined) setDraft(text);
      if (error.code === 'low-quality' && text !== undefined) {
        const doubts = document?.reading.source.doubts ?? [];
        return setState({ kind: 'correct', given, text, doubts, anyway: document ?? null });
      }
      setState({ kind: 'problem', given, error });
    } catch {
      if (job.signal.aborted) return;
      setState({ kind: 'problem', given, error: { code: 'internal', ...words.problem.offline } });
    }
  }

  const take = (files: readonly File[]): void => {
    if (files.length > 0) void explain({ kind: 'files', files });
  };
  const takeText = (text: string): void => {
    setDraft(text);
    void explain({ kind: 'text', text });
  };
  const stop = (): void => {
    running.current?.abort();
    setState(draft === '' ? { kind: 'start' } : { kind: 'paste' });
  };

  useView(state.kind, toStart);
  const dragging = useArrivals(state.kind === 'start', take, (text) => {
    setDraft(text);
    setState({ kind: 'paste' });
  });
  useEffect(() => {
    if (first) void explain(givenFile(first));
    return () => running.current?.abort();
  }, []);

  switch (state.kind) {
    case 'start':
      return (
        <Start
          dragging={dragging}
          isFramed={isFramed}
          onFiles={take}
          onPhotograph={(files) => setState({ kind: 'pages', files })}
          onPaste={() => setState({ kind: 'paste' })}
          onSample={() => void explain({ kind: 'text', text: SAMPLE_REPORT }, words.result.sample)}
        />
      );
    case 'paste':
      return <Paste text={draft} onText={setDraft} onExplain={takeText} onBack={toStart} />;
    case 'pages':
      return (
        <Pages
          files={state.files}
          onFiles={(files) => setState({ kind: 'pages', files })}
          onRead={take}
          onBack={toStart}
        />
      );
    case 'working':
      return <Working progress={state.progress} fromFiles={state.given.kind === 'files'} onCancel={stop} />;
    case 'correct':
      return (
        <Correct
          given={state.given}
          text={state.text}
          doubts={state.doubts}
          source={state.anyway?.reading.source ?? null}
          onExplain={takeText}
          onFiles={take}
          onAsItIs={state.anyway && (() => showAnyway(state, setState))}
          onBack={startOver}
        />
      );
    case 'problem':
      return (
        <Problem
          error={state.error}
          {...(list ? { list } : {})}
          draft={draft}
          canRetry={state.given.kind === 'files'}
          onRetry={() => void explain(state.given)}
          onPassword={(password) => void explain({ ...state.given, password } as Given)}
          onReport={(report) => void explain({ ...state.given, report } as Given)}
          onText={setDraft}
          onExplain={takeText}
          onFiles={take}
          onBack={startOver}
        />
      );
    case 'result':
      return (
        <ResultView
          given={state.given}
          explanation={state.explanation}
          note={state.note}
          {...(isFramed ? {} : { assets })}
          onStartOver={startOver}
          onCorrect={() => correct(state, setState)}
          onLarger={() => nextTextSize(!isFramed)}
          onPrint={() => window.print()}
        />
      );
    default:
      return state satisfies never;
  }
}

const givenFile = (file: File): Given => ({ kind: 'files', files: [file] });

type Of<K extends ReaderState['kind']> = Extract<ReaderState, { kind: K }>;
type Set = (state: ReaderState) => void;

function showAnyway({ given, anyway }: Of<'correct'>, set: Set): void {
  if (anyway) set({ kind: 'result', given, explanation: anyway, note: null });
}

function correct({ given, explanation }: Of<'result'>, set: Set): void {
  const { text, doubts = [] } = explanation.reading.source;
  set({ kind: 'correct', given, text, doubts, anyway: explanation });
}
