/** Wing 4, explain: advice on treatment that is only quoted, the kinds of care that may be told in plain words, and advice that only asks to look closer. */
import type { WordsKnowledge } from '@readingscan/knowledge';
import type { Recommendation } from '../document.ts';
import type { Knowledge, Related, SegmentedStatement } from '../stages.ts';

/** Statements whose advice on treatment stays in the report's own words: a medicine, a dose, an order, or no known kind of care. */
export function quotedIn(related: Related, { words }: Knowledge): ReadonlySet<string> {
  const { statements, tokens } = related;
  const asked = caringIn(related, words);
  if (!words || asked.size === 0) return asked;
  const { kinds, medicines, orders } = careWords(words);
  const isTellable = ({ from, to }: SegmentedStatement): boolean => {
    const own = tokens.slice(from, to);
    return (
      own.some(({ norm }) => kinds.has(norm)) &&
      own.every(({ kind, norm }) => kind !== 'number' && !medicines.has(norm) && !orders.has(norm))
    );
  };
  return new Set(statements.filter((one) => asked.has(one.id) && !isTellable(one)).map(({ id }) => id));
}

/** Statements that advise on treatment or other care. */
export function caringIn(related: Related, words: Knowledge['words']): ReadonlySet<string> {
  const looks = looksIn(related, words);
  return new Set(
    related.recommendations.filter((one) => isOther(one) && !looks.has(one.id)).map((one) => one.statement),
  );
}

/** Ids of what asks to look closer, "further evaluation is needed": more is to be looked at, no test is named, and nothing is to be taken, stopped or done. */
export function looksIn(
  { recommendations, statements, tokens }: Related,
  words: Knowledge['words'],
): ReadonlySet<string> {
  const asked = recommendations.filter((one) => isOther(one) && one.modality === null);
  if (!words || asked.length === 0) return NONE;
  const { kinds, medicines, orders, looks } = careWords(words);
  const found = asked.filter(({ statement }) => {
    const own = statements.find(({ id }) => id === statement);
    const held = own ? tokens.slice(own.from, own.to).map(({ norm }) => norm) : [];
    const isCare = (norm: string): boolean => kinds.has(norm) || medicines.has(norm) || orders.has(norm);
    return held.some((norm) => looks.has(norm)) && !held.some(isCare);
  });
  return new Set(found.map(({ id }) => id));
}
const NONE: ReadonlySet<string> = new Set();

const isOther = ({ action }: Recommendation): boolean => action === 'other';

interface CareWords {
  readonly kinds: ReadonlySet<string>;
  readonly medicines: ReadonlySet<string>;
  readonly orders: ReadonlySet<string>;
  readonly looks: ReadonlySet<string>;
}

const cache = new WeakMap<WordsKnowledge, CareWords>();

function careWords(words: WordsKnowledge): CareWords {
  let care = cache.get(words);
  if (!care) {
    const { care: kinds, medicines, treatments, orders, looks } = words.documents.grammar;
    const named = [...medicines, ...treatments].filter((word) => !kinds.includes(word));
    care = { kinds: new Set(kinds), medicines: new Set(named), orders: new Set(orders), looks: new Set(looks) };
    cache.set(words, care);
  }
  return care;
}
