/** The report's own words on paper, cut so that the words behind a sentence can be marked. */
import type { Span } from '@readingscan/engine';
import { cut, type Mark } from './cut.ts';
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
  if (withTerms) {
    for (const term of view.explanation.terms) {
      for (const words of term.spans) all.push({ span: words, id: `${TERM}${term.slug}` });
    }
  }
  return (
    <>
      {cut(view.text, span, all).map(({ start, text, ids }) => {
        const said = ids.filter((id) => id !== MARKED && id !== DOUBT && !id.startsWith(TERM));
        const term = ids.find((id) => id.startsWith(TERM))?.slice(TERM.length);
        const kind = [ids.includes(MARKED) ? 'is-marked' : '', ids.includes(DOUBT) ? 'is-doubt' : ''].join(' ').trim();
        const words = term === undefined ? text : <TermButton slug={term} text={text} />;
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

export function TermButton({ slug, text }: { readonly slug: string; readonly text: string }) {
  return (
    <button type="button" class="term" popoverTarget={`term-${slug}`}>
      {text}
    </button>
  );
}
