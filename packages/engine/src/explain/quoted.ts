/** Wing 4, explain: advice on treatment that is only quoted, and the kinds of care that may be told in plain words. */
import type { WordsKnowledge } from '@readingscan/knowledge';
import type { Recommendation } from '../document.ts';
import type { Knowledge, Related, SegmentedStatement } from '../stages.ts';

/** Statements whose advice on treatment stays in the report's own words: a medicine, a dose, an order, or no known kind of care. */
export function quotedIn({ recommendations, statements, tokens }: Related, { words }: Knowledge): ReadonlySet<string> {
  const asked = new Set(recommendations.filter(isCare).map(({ statement }) => statement));
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

const isCare = ({ action }: Recommendation): boolean => action === 'other';

interface CareWords {
  readonly kinds: ReadonlySet<string>;
  readonly medicines: ReadonlySet<string>;
  readonly orders: ReadonlySet<string>;
}

const cache = new WeakMap<WordsKnowledge, CareWords>();

function careWords(words: WordsKnowledge): CareWords {
  let care = cache.get(words);
  if (!care) {
    const { care: kinds, medicines, treatments, orders } = words.documents.grammar;
    const named = [...medicines, ...treatments].filter((word) => !kinds.includes(word));
    care = { kinds: new Set(kinds), medicines: new Set(named), orders: new Set(orders) };
    cache.set(words, care);
  }
  return care;
}
