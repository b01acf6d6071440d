/** The report's own words on paper, cut so that the words behind a sentence can be marked. */
import type { Span } from '@readingscan/engine';
import { cut, type Mark } from './cut.ts';
import { Held } from './held.tsx';
import type { View } from './view.ts';

interface Props {
  readonly view: View;
  readonly span: Span;
  /** sentences that point here */
  readonly marks?: readonly Mark[];
  /** words to mark from the start */
  readonly marked?: readonly Span[];
  /** open a definition from the words themselves */
  readonly withTerms?: boolean;
}

const MARKED = 'marked';
const DOUBT = 'doubt';
const TERM = 'term:';

export function ReportWords({ view, span, marks = [], marked = [], withTerms = false }: Props) {
  const all: Mark[] = [...marks, ...marked.map((words) => ({ span: words, id: MARKED }))];
  for (const doubt of view.explanation.reading.source.doubts ?? []) all.push({ span: doubt.span, id: DOUBT });
  if (withTerms) all.push(...termMarks(view, span));
  return (
    <>
      {cut(view.text, span, all).map(({ start, text, ids }) => {
        const said = ids.filter((id) => id !== MARKED && id !== DOUBT && !id.startsWith(TERM));
        const term = ids.find((id) => id.startsWith(TERM))?.slice(TERM.length);
        const kind = [ids.includes(MARKED) ? 'is-marked' : '', ids.includes(DOUBT) ? 'is-doubt' : ''].join(' ').trim();
        const words = term === undefined ? <Held text={text} /> : <TermWords slug={term} text={text} />;
        if (said.length === 0 && kind === '') return words;
        return (
          <span key={start} class={`cut ${kind}`} data-for={said.join(' ')}>
            {words}
          </span>
        );
      })}
    </>
  );
}

/** A link, not a button: it has to break across lines like the words it stands in. With script it opens a sheet, without it leads to the definition. */
export function TermLink({ slug, text }: { readonly slug: string; readonly text: string }) {
  return (
    <a class="term" href={`#term-${slug}`} aria-haspopup="dialog" lang="en">
      {text}
    </a>
  );
}

/** The longest of the terms that share a word; each word opens one definition. */
function termMarks(view: View, [from, to]: Span): readonly Mark[] {
  const marks = view.explanation.terms
    .flatMap(({ slug, spans }) => spans.map((span) => ({ span, id: `${TERM}${slug}` })))
    .filter(({ span }) => span[0] < to && span[1] > from)
    .sort((a, b) => b.span[1] - b.span[0] - (a.span[1] - a.span[0]) || a.span[0] - b.span[0]);
  const kept: Mark[] = [];
  for (const mark of marks) {
    const free = kept.every(({ span }) => span[1] <= mark.span[0] || span[0] >= mark.span[1]);
    if (free) kept.push(mark);
  }
  return kept;
}

/** Spaces stay outside the link. */
function TermWords({ slug, text }: { readonly slug: string; readonly text: string }) {
  const word = text.trim();
  if (word === '') return <>{text}</>;
  const start = text.indexOf(word);
  return (
    <>
      {text.slice(0, start)}
      <TermLink slug={slug} text={word} />
      {text.slice(start + word.length)}
    </>
  );
}
