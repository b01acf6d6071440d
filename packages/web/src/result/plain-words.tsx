/** A plain sentence, with the terms it uses ready to be opened. */

import type { PlainSentence } from '@readingscan/engine';
import { Held } from './held.tsx';
import { TermLink } from './report-words.tsx';
import type { View } from './view.ts';

interface Props {
  readonly view: View;
  readonly sentence: PlainSentence;
  readonly terms: readonly string[];
}

export function PlainWords({ view, sentence, terms }: Props) {
  const found = firstTerm(view, sentence.text, terms);
  if (!found) return <Held text={sentence.text} />;
  const { slug, start, end } = found;
  return (
    <>
      <Held text={sentence.text.slice(0, start)} />
      <TermLink slug={slug} text={sentence.text.slice(start, end)} />
      <Held text={sentence.text.slice(end)} />
    </>
  );
}

/** The longest term that stands in the sentence as whole words. */
function firstTerm(view: View, text: string, slugs: readonly string[]) {
  const lower = text.toLowerCase();
  let best: { slug: string; start: number; end: number } | null = null;
  for (const slug of slugs) {
    const term = view.term(slug)?.term.toLowerCase();
    const start = term ? lower.indexOf(term) : -1;
    if (!term || start < 0) continue;
    const end = start + term.length;
    const whole = !isLetter(lower[start - 1]) && !isLetter(lower[end]);
    if (whole && (!best || term.length > best.end - best.start)) best = { slug, start, end };
  }
  return best;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character);
}
