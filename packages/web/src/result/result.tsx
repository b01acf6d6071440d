/** The result page, whole: the same on the device and from the server, complete without script. */
import type { Explanation } from '@readingscan/engine';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { hrefOf } from '../layout/href.ts';
import { Icon } from '../layout/icon.tsx';
import { useLanguage, useWords } from '../words/use-words.ts';
import type { Words } from '../words/words.ts';
import { Answer } from './answer.tsx';
import { NotExplained, Questions, WorthAsking } from './asking.tsx';
import { ItemCard } from './item-card.tsx';
import { Listen, type Listening } from './listen.tsx';
import { NextSteps } from './next-steps.tsx';
import { Normal } from './normal.tsx';
import { OtherPhrases } from './phrases.tsx';
import { Take } from './take.tsx';
import { Terms } from './terms.tsx';
import { viewOf } from './view.ts';
import { WholeReport } from './whole-report.tsx';

export interface ResultProps {
  readonly explanation: Explanation;
  readonly note?: string | null;
  /** addresses of the photographed pages, in order */
  readonly pictures?: readonly string[];
  readonly onStartOver?: () => void;
  readonly onCorrect?: (() => void) | null;
  readonly onLarger?: () => void;
  readonly onPrint?: () => void;
  readonly onPrintVisit?: () => void;
  readonly onCopy?: (text: string) => void;
  /** as a PDF: all of it, or the sheet for the visit */
  readonly onSave?: (explanation: Explanation, isSheet: boolean) => void;
  readonly copied?: CopyState;
  readonly listening?: Listening | null;
  /** the way to keep it, where there is one */
  readonly keep?: ComponentChildren;
  /** it is kept on this device */
  readonly isKept?: boolean;
  /** somebody else shares it: nothing is said of this device */
  readonly isShared?: boolean;
}

/** What became of the last copy or file; null: none was asked for. */
export type CopyState = 'done' | 'failed' | 'saved' | 'unsaved' | null;

export function Result({
  explanation,
  note = null,
  pictures = [],
  onStartOver,
  onCorrect = null,
  onLarger,
  onPrint,
  onPrintVisit,
  onCopy,
  onSave,
  copied = null,
  listening = null,
  keep,
  isKept = false,
  isShared = false,
}: ResultProps) {
  const view = viewOf(explanation);
  const words = useWords();
  const { result } = words;
  const contents = contentsOf(explanation, words);
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  return (
    <div class="result">
      <div class="wrap">
        <fieldset class="tools" aria-label={result.tools}>
          {listening && <Listen listening={listening} />}
          {onLarger && (
            <button type="button" class="button" onClick={onLarger}>
              <Icon name="larger" />
              {result.larger}
            </button>
          )}
          {onPrint && (
            <button type="button" class="button" onClick={onPrint}>
              <Icon name="print" />
              {result.print}
            </button>
          )}
          <StartOver onStartOver={onStartOver} />
        </fieldset>
        <Answer view={view} note={note} onCorrect={onCorrect} />
        <div class="split">
          <div class="split-main">
            <section class="section" id="impression" aria-labelledby="h-impression">
              <h2 id="h-impression">{result.items.heading}</h2>
              <p class="intro">
                {result.items.intro}
                {view.hasWords && (
                  <>
                    {words.gap}
                    <span class="needs-script">{result.items.touch}</span>
                  </>
                )}
              </p>
              {explanation.items.map((item, index) => (
                <ItemCard key={item.impression} view={view} item={item} open={index === 0} />
              ))}
            </section>
            <NextSteps view={view} />
            <Normal view={view} />
          </div>
          <nav class="rail" aria-labelledby="h-rail">
            <h2 id="h-rail">{result.onThisPage}</h2>
            <ol>
              {contents.map(([id, name]) => (
                <li key={id}>
                  <a href={`#${id}`}>{name}</a>
                </li>
              ))}
            </ol>
          </nav>
        </div>
      </div>
      {view.hasWords && <WholeReport view={view} pictures={pictures} />}
      <div class="wrap after-whole">
        <Questions view={view} without={without} onTick={onPrintVisit && setWithout} />
        <WorthAsking view={view} />
        <OtherPhrases view={view} />
        <NotExplained view={view} />
        <Take
          view={view}
          without={without}
          onPrint={onPrint}
          onPrintVisit={onPrintVisit}
          onCopy={onCopy}
          onSave={onSave}
          copied={copied}
          keep={keep}
          note={isShared ? null : isKept ? result.take.noteKept : result.take.note}
        >
          <StartOver onStartOver={onStartOver} />
        </Take>
      </div>
      <Terms view={view} />
    </div>
  );
}

function StartOver({ onStartOver }: { readonly onStartOver: (() => void) | undefined }) {
  const words = useWords();
  const language = useLanguage();
  if (!onStartOver) {
    return (
      <a class="button" href={hrefOf(language, '/')}>
        <Icon name="again" />
        {words.reader.another}
      </a>
    );
  }
  return (
    <button type="button" class="button" onClick={onStartOver}>
      <Icon name="again" />
      {words.reader.startOver}
    </button>
  );
}

/** Only the parts that this report has. */
function contentsOf(explanation: Explanation, { result }: Words): readonly (readonly [id: string, name: string])[] {
  const shown = new Set(explanation.items.flatMap(({ phrases }) => phrases));
  const parts: readonly (readonly [boolean, string, string])[] = [
    [true, 'impression', result.items.heading],
    [true, 'next', result.next.heading],
    [explanation.normal.length > 0, 'normal', result.normal.heading],
    [explanation.reading.source.text !== '', 'whole', result.whole.heading],
    [explanation.questions.length > 0, 'questions', result.questions.heading],
    [explanation.worthAsking.length > 0, 'asking', result.asking.heading],
    [explanation.phrases.some(({ slug }) => !shown.has(slug)), 'phrases', result.phrases.heading],
    [explanation.notExplained.length > 0, 'not-explained', result.notExplained.heading],
    [true, 'take', result.take.heading],
  ];
  return parts.filter(([there]) => there).map(([, id, name]) => [id, name]);
}
