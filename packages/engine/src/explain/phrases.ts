/** Wing 4, explain: the stock phrases that stand in the report, what they mean and what they do not mean. */

import type { Span } from '../document.ts';
import type { ExplainedPhrase } from '../explanation.ts';
import type { Knowledge, Related } from '../stages.ts';
import type { Speech } from './speech.ts';

const LONGEST = 160; // characters of one span

/** One entry for each phrase and way of writing it, with every place. A recommended follow-up is a phrase too, however it is worded. */
export function phrasesOf(
  related: Related,
  { reading }: Knowledge,
  { phraseWords }: Pick<Speech, 'phraseWords'>,
): readonly ExplainedPhrase[] {
  const { text } = related.source;
  const found = new Map<string, { entry: number; phrase: string; spans: Span[] }>();
  const add = (entry: number, [start, end]: Span): void => {
    const phrase = text.slice(start, end);
    const key = `${entry} ${phrase.toLowerCase()}`;
    const known = found.get(key);
    if (known) known.spans.push([start, end]);
    else found.set(key, { entry, phrase, spans: [[start, end]] });
  };
  for (const { entry, start, end } of related.matches.phrase) add(entry, [start, end]);
  const followUp = reading.phrases.findIndex(({ slug }) => slug === 'recommend-follow-up-imaging');
  if (followUp >= 0) {
    for (const { action, span } of related.recommendations) {
      if ((action === 'imaging' || action === 'surveillance') && span[1] - span[0] <= LONGEST) add(followUp, span);
    }
  }
  return [...found.values()].flatMap(({ entry, phrase, spans }) => {
    const slug = reading.phrases[entry]?.slug;
    const known = slug === undefined ? undefined : phraseWords(slug);
    return slug !== undefined && known
      ? [{ slug, phrase, means: known.means, doesNotMean: known.doesNotMean, spans }]
      : [];
  });
}
