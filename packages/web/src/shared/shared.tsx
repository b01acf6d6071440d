/** What was shared: opened with the key of the link, or said calmly why not and what to do. */
import type { Explanation } from '@readingscan/engine';
import { useEffect, useErrorBoundary, useMemo, useRef, useState } from 'preact/hooks';
import { Icon } from '../layout/icon.tsx';
import { OpeningLines } from '../layout/opening.tsx';
import { nextTextSize } from '../reader/larger.ts';
import { followMarker } from '../reader/marker.ts';
import { useListen } from '../reader/use-listen.ts';
import { useObjectUrls } from '../reader/use-object-urls.ts';
import { momentInWords } from '../result/dates.ts';
import { Result } from '../result/result.tsx';
import { SHARED_WORDS, type SharedFault, type SharedWords } from '../words/shared.ts';
import { useLanguage } from '../words/use-words.ts';
import { filled } from './filled.ts';
import { bytesIn } from './link.ts';
import { type OpenedLink, openLink } from './open-link.ts';
import { pictureFile } from './picture.ts';
import { explanationIn } from './shared-file.ts';

type State =
  | { readonly kind: 'opening' }
  | { readonly kind: 'fault'; readonly fault: SharedFault }
  | { readonly kind: 'open'; readonly opened: OpenedLink };

/** What the same link can still bring. */
const TRIED_AGAIN: ReadonlySet<SharedFault> = new Set(['offline', 'busy', 'server']);

export function Shared() {
  const [state, setState] = useState<State>({ kind: 'opening' });
  const turn = useRef(0);
  // what opens but is no explanation was not sealed by this program
  useErrorBoundary(() => setState({ kind: 'fault', fault: 'key' }));
  const open = async (): Promise<void> => {
    turn.current += 1;
    const own = turn.current;
    setState({ kind: 'opening' });
    const opened = await openLink(location);
    if (turn.current === own)
      setState(typeof opened === 'string' ? { kind: 'fault', fault: opened } : { kind: 'open', opened });
  };
  useEffect(() => {
    // another link in the same window, with or without its end
    const changed = (): void => void open();
    addEventListener('hashchange', changed);
    void open();
    return () => removeEventListener('hashchange', changed);
  }, []);
  useEffect(() => {
    document.documentElement.dataset.shared = state.kind;
  }, [state.kind]);
  if (state.kind === 'opening') return <OpeningShared />;
  if (state.kind === 'fault') return <Fault fault={state.fault} onAgain={() => void open()} />;
  return <OpenedShared opened={state.opened} />;
}

/** What stands there before anything is opened: the server makes the same. */
export function OpeningShared() {
  const text = SHARED_WORDS[useLanguage()];
  return (
    <article class="wrap text-page">
      <h1 tabIndex={-1}>{text.title}</h1>
      <OpeningLines opening={text.opening} noScript={text.noScript} />
    </article>
  );
}

function Fault({ fault, onAgain }: { readonly fault: SharedFault; readonly onAgain: () => void }) {
  const text = SHARED_WORDS[useLanguage()];
  const [what, todo] = text.faults[fault];
  return (
    <article class="wrap text-page">
      <h1 tabIndex={-1}>{what}</h1>
      <p role="status">{todo}</p>
      {TRIED_AGAIN.has(fault) && (
        <p>
          <button type="button" class="button primary" onClick={onAgain}>
            {text.again}
          </button>
        </p>
      )}
    </article>
  );
}

function OpenedShared({ opened: { file, ends } }: { readonly opened: OpenedLink }) {
  const language = useLanguage();
  const text = SHARED_WORDS[language];
  const explanation = useMemo(() => filled(explanationIn(file, language), text), [file, language]);
  const photographs = useMemo(() => file.pictures.map((picture) => pictureFile(bytesIn(picture))), [file]);
  const pictures = useObjectUrls(photographs);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!root.current) return;
    root.current.querySelector<HTMLElement>('#headline')?.focus({ preventScroll: true });
    return followMarker(root.current);
  }, []);
  return (
    <div ref={root}>
      <About text={text} to={file.to} hasReport={file.hasReport} ends={momentInWords(ends, language)} />
      <Told explanation={explanation} pictures={pictures} note={text.note} />
    </div>
  );
}

interface AboutProps {
  readonly text: SharedWords;
  readonly to: string;
  readonly hasReport: boolean;
  readonly ends: string;
}

function About({ text, to, hasReport, ends }: AboutProps) {
  return (
    <section class="wrap shared-about" aria-labelledby="h-shared">
      <div class="shared-note">
        <p id="h-shared" class="shared-what">
          <Icon name="link" />
          <b>{text.what}</b>
        </p>
        <p>
          {to === '' ? text.forYou : text.forName(to)} {text.ends(ends)}
        </p>
        <p>
          {text.program} {hasReport ? text.withReport : text.withoutReport}
        </p>
        <p class="caption">
          {text.you} {text.keepClose}
        </p>
      </div>
    </section>
  );
}

interface ToldProps {
  readonly explanation: Explanation;
  readonly pictures: readonly string[];
  readonly note: string;
}

function Told({ explanation, pictures, note }: ToldProps) {
  const listening = useListen(explanation);
  return (
    <Result
      explanation={explanation}
      pictures={pictures}
      note={note}
      listening={listening}
      onLarger={nextTextSize}
      onPrint={() => print()}
      isShared
    />
  );
}
