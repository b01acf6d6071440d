/** What was read from a picture, to be checked against the page: the doubtful places one by one, then the whole text. */
import type { Doubt, Source, Span } from '@readingscan/engine';
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { useWords } from '../words/use-words.ts';
import { type Draft, draftOf, type OpenDoubt, replaceAt, retype } from './amend.ts';
import { FileButton } from './file-button.tsx';
import { MarkedTextBox } from './marked-text-box.tsx';
import { PlaceOnPhoto } from './place-on-photo.tsx';
import { type Given, picturesOf } from './state.ts';
import { useObjectUrls } from './use-object-urls.ts';

interface Props {
  readonly given: Given;
  readonly text: string;
  readonly doubts: readonly Doubt[];
  /** where the words stand on the pictures, if that is known */
  readonly source: Source | null;
  readonly onExplain: (text: string) => void;
  readonly onAsItIs: (() => void) | null;
  /** another, better picture */
  readonly onFiles: (files: readonly File[]) => void;
  readonly onBack: () => void;
}

const MOST_PLACES = 12;
const AROUND = 42;

export function Correct({ given, text, doubts, source, onExplain, onAsItIs, onFiles, onBack }: Props) {
  const [draft, setDraft] = useState(() => draftOf(text, doubts));
  const pictures = useMemo(() => picturesOf(given), [given]);
  const urls = useObjectUrls(pictures);
  const places = [...draft.doubts].sort(byWeight).slice(0, MOST_PLACES);
  const more = draft.doubts.length - places.length;
  const { correct, reader } = useWords();
  return (
    <div class="wrap view correct">
      <h1 tabIndex={-1}>{correct.heading}</h1>
      <p class="lead">{correct.lead}</p>
      <div class={urls.length > 0 ? 'correct-columns' : ''}>
        {urls.length > 0 && (
          <div class="correct-photo">
            {urls.map((url, index) => (
              <a key={url} href={url} target="_blank" rel="noopener">
                <img src={url} alt={`${correct.photo} ${index + 1}`} />
              </a>
            ))}
          </div>
        )}
        <div>
          {places.length > 0 && (
            <section aria-labelledby="h-places">
              <h2 id="h-places">{correct.placesHeading}</h2>
              <ol class="places">
                {places.map((doubt) => (
                  <Place
                    key={doubt.origin[0]}
                    draft={draft}
                    doubt={doubt}
                    onDraft={setDraft}
                    picture={<PlaceOnPhoto source={source} span={doubt.origin} urls={urls} />}
                  />
                ))}
              </ol>
              {more > 0 && <p class="caption">{correct.more(more)}</p>}
            </section>
          )}
          <form
            class="text-form"
            onSubmit={(event) => {
              event.preventDefault();
              onExplain(draft.text);
            }}
          >
            <h2>{correct.textHeading}</h2>
            <MarkedTextBox draft={draft} onText={(typed) => setDraft(retype(draft, typed))} />
            <div class="row">
              <button type="submit" class="button big primary">
                {correct.done}
              </button>
              {onAsItIs && (
                <button type="button" class="button big" onClick={onAsItIs}>
                  {correct.asItIs}
                </button>
              )}
              <FileButton className="button big" icon="camera" onFiles={onFiles}>
                {correct.retake}
              </FileButton>
              <button type="button" class="button big" onClick={onBack}>
                {reader.startOver}
              </button>
            </div>
          </form>
        </div>
      </div>
    </div>
  );
}

interface PlaceProps {
  readonly picture: ComponentChildren;
  readonly draft: Draft;
  readonly doubt: OpenDoubt;
  readonly onDraft: (draft: Draft) => void;
}

function Place({ draft, doubt, onDraft, picture }: PlaceProps) {
  const { correct } = useWords();
  const [start, end] = doubt.span;
  const read = draft.text.slice(start, end);
  const [value, setValue] = useState(read);
  const settle = (chosen: string): void => onDraft(replaceAt(draft, doubt.span, chosen));
  const [before, after] = around(draft.text, doubt.span);
  return (
    <li>
      {picture}
      <p class="report paper place-words" lang="en">
        {before}
        <span class="is-doubt">{read}</span>
        {after}
      </p>
      <label>
        {correct.read(correct.kinds[doubt.kind])}
        <input
          class="report"
          lang="en"
          value={value}
          spellcheck={false}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
      </label>
      <div class="row">
        <button type="button" class="button" onClick={() => settle(value)}>
          {correct.use(value)}
        </button>
        {doubt.alternatives
          .filter((other) => other !== value)
          .slice(0, 2)
          .map((other) => (
            <button key={other} type="button" class="button" onClick={() => settle(other)}>
              {correct.use(other)}
            </button>
          ))}
      </div>
    </li>
  );
}

/** The line around a place, cut at spaces. */
function around(text: string, [start, end]: Span): readonly [string, string] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const from = text.indexOf(' ', Math.max(lineStart, start - AROUND));
  const to = text.lastIndexOf(' ', Math.min(lineEnd < 0 ? text.length : lineEnd, end + AROUND));
  const before =
    start - lineStart <= AROUND ? text.slice(lineStart, start) : `… ${text.slice(Math.min(from + 1, start), start)}`;
  const rest = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
  return [before, rest.length <= AROUND ? rest : `${text.slice(end, Math.max(end, to))} …`];
}

const WEIGHTS: Readonly<Record<Doubt['kind'], number>> = { negation: 0, side: 1, number: 2, unit: 3, word: 4 };

function byWeight(a: Doubt, b: Doubt): number {
  return WEIGHTS[a.kind] - WEIGHTS[b.kind] || a.span[0] - b.span[0];
}
