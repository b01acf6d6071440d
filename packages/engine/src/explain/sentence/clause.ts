/** Wing 4, explain: the pieces of a clause → one plain sentence, with articles, and with a verb where the report has none. */
import { withBoth, withoutOf } from './adjectives.ts';
import { agreed } from './agreement.ts';
import type { Chunk } from './chunk.ts';
import { isFinding } from './chunk-kinds.ts';
import { withVerb } from './clause-verb.ts';
import { labelEnd } from './label-end.ts';
import type { Language } from './language.ts';
import { asThere, asYours, withThe } from './predicate.ts';
import { withPredicateLast } from './predicate-last.ts';
import { wordsOf } from './sequence.ts';
import { sideBehind } from './side.ts';
import type { ClauseContext, Word } from './word.ts';
import { finished, writing } from './writing.ts';

export type { ClauseContext } from './word.ts';

/** statement: a clause without a verb is given one; advice: it is told as advice; title: it stays a title. */
export type Manner = 'statement' | 'advice' | 'title';

/** One sentence from the chunks of one clause; null where nothing is left to say. */
export function sentenceOf(written: readonly Chunk[], context: ClauseContext, manner: Manner): string | null {
  const named = labelEnd(written);
  const ordered =
    manner === 'statement'
      ? [...written.slice(0, named), ...withPredicateLast(written.slice(named), context.language)]
      : written;
  const chunks = withBoth(withoutOf(ordered, context.language), context.language);
  const colon = labelEnd(chunks) - 1;
  const label = chunks.slice(0, Math.max(0, colon));
  const body = agreed(wordsOf(label.length ? chunks.slice(colon + 1) : chunks, context, label.length === 0));
  if (label.length === 0) {
    const request = manner === 'advice' && context.language.requests.get(body[0]?.text.toLowerCase() ?? '');
    if (request) return finished(`${request} ${writing(body.slice(1))}`, context.language);
    if (manner === 'advice' && body.length > 0 && !body.some(({ kind }) => kind === 'verb' || kind === 'passive')) {
      return finished(`${context.advice} ${writing(body)}`, context.language);
    }
    const framed = manner === 'title' ? body : predicated(body, context.language);
    return framed.length ? finished(writing(framed), context.language) : null;
  }
  const name = writing(wordsOf(label, context, false, false));
  const placed = label.some(isFinding) ? asSite(body) : body;
  const said = writing(predicated(placed, context.language)).replace(/^There /, 'there ');
  return finished(said ? `${name}: ${said}` : name, context.language);
}

/** "Lung nodules: right lower lobe 4 mm": under the name of a finding a place is where it lies, and the size is not that of the place. */
function asSite(words: readonly Word[]): readonly Word[] {
  return words.flatMap((word, at): readonly Word[] => {
    const opens = at === 0 || (words[at - 1]?.kind === 'mark' && words[at - 1]?.text !== ':');
    const isSized = word.kind === 'noun' && word.anatomy && /^\d/.test(words[at + 1]?.text ?? '');
    if (!opens || !isSized) return [word];
    return [
      { text: 'in', glued: word.glued, kind: 'link' },
      { ...word, text: word.text.replace(/^your /i, 'the '), glued: false, kind: 'other' },
      { text: ',', glued: true, kind: 'mark' },
    ];
  });
}

/** The words of a clause with all that a full sentence needs. */
const predicated = (words: readonly Word[], language: Language): readonly Word[] =>
  unpaired(asThere(asYours(withSides(withVerb(withThe(words, language), language), language)), language), language);

/** "There is neither effusion | nor edema": each half is a sentence, and denies by itself. */
function unpaired(words: readonly Word[], { pairedDenials }: Language): readonly Word[] {
  const at = words.findIndex(({ kind }) => kind !== 'verb' && kind !== 'other');
  const [denial = '', ...rest] = words[at]?.text.split(' ') ?? [];
  const plain = pairedDenials.get(denial.toLowerCase());
  const isHalf = at > 0 && !words.some(({ text }, i) => i > at && pairedDenials.has(text.split(' ')[0] ?? ''));
  if (plain === undefined || !isHalf || words[at - 1]?.kind !== 'verb') return words;
  return words.map((word, i) => (i === at ? { ...word, text: [plain, ...rest].join(' ') } : word));
}

/** "Hematoma, right temporal": the side alone, before a place with words of its own. */
const withSides = (words: readonly Word[], { prepositions }: Language): readonly Word[] =>
  words.map((word, at) => {
    const side = words[at - 1]?.kind === 'mark' ? sideBehind(word.text) : null;
    if (!side) return word;
    const next = words[at + 1]?.text.split(' ')[0] ?? '';
    return next !== OF && prepositions.has(next) ? { ...word, text: side } : word;
  });
const OF = 'of';
