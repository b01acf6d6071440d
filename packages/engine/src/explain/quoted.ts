/** Wing 4, explain: advice that names no test: on treatment, which is only quoted; on other care; to look closer; to compare with earlier scans. */
import type { WordsKnowledge } from '@readingscan/knowledge';
import type { Recommendation } from '../document.ts';
import type { Knowledge, Related, SegmentedStatement } from '../stages.ts';

/** 'look': more is to be looked at; 'compare': earlier scans are to be looked at again. Neither gives, stops or does anything to the person. */
export type Unnamed = 'look' | 'compare';

/** Of statements that advise on care those whose advice stays in the report's own words: a medicine, a dose, an order, or no known kind of care. */
export function quotedIn(
  asked: ReadonlySet<string>,
  { statements, tokens }: Related,
  { words }: Knowledge,
): ReadonlySet<string> {
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

/** Statements that advise on treatment or other care. A comparison is told as a step, and stays as written. */
export function caringIn(related: Related, knowledge: Knowledge): ReadonlySet<string> {
  const unnamed = unnamedIn(related, knowledge);
  const medicines = knowledge.words?.documents.templates.care.medicines ?? [];
  // "no driving" is told as it stands, "stop metformin" is not
  const isAct = ({ care }: Recommendation): boolean => care !== undefined && !medicines.includes(care.kind);
  return new Set(
    related.recommendations
      .filter((one) => isOther(one) && !isAct(one) && unnamed.get(one.id) !== 'look')
      .map(({ statement }) => statement),
  );
}

/** By recommendation: "further evaluation is needed", "comparison with prior studies is advised". */
export function unnamedIn(
  { recommendations, statements, tokens }: Related,
  { words }: Knowledge,
): ReadonlyMap<string, Unnamed> {
  const asked = recommendations.filter((one) => isOther(one) && one.modality === null && !one.care);
  if (!words || asked.length === 0) return NONE;
  const { kinds, medicines, orders, looks, compares, earlier } = careWords(words);
  const unnamed = new Map<string, Unnamed>();
  for (const { id, statement } of asked) {
    const own = statements.find((one) => one.id === statement);
    const held = own ? tokens.slice(own.from, own.to).map(({ norm }) => norm) : [];
    const holds = (list: ReadonlySet<string>): boolean => held.some((norm) => list.has(norm));
    if (holds(kinds) || holds(medicines) || holds(orders)) continue;
    if (!holds(compares)) {
      if (holds(looks)) unnamed.set(id, 'look');
    } else if (holds(earlier)) unnamed.set(id, 'compare');
  }
  return unnamed;
}
const NONE: ReadonlyMap<string, Unnamed> = new Map();

const isOther = ({ action }: Recommendation): boolean => action === 'other';

interface CareWords {
  readonly kinds: ReadonlySet<string>;
  readonly medicines: ReadonlySet<string>;
  readonly orders: ReadonlySet<string>;
  readonly looks: ReadonlySet<string>;
  readonly compares: ReadonlySet<string>;
  readonly earlier: ReadonlySet<string>;
}

const cache = new WeakMap<WordsKnowledge, CareWords>();

function careWords(words: WordsKnowledge): CareWords {
  let care = cache.get(words);
  if (!care) {
    const { care: kinds, medicines, treatments, orders, looks, compares, earlier } = words.documents.grammar;
    const named = [...medicines, ...treatments].filter((word) => !kinds.includes(word));
    care = {
      kinds: new Set(kinds),
      medicines: new Set(named),
      orders: new Set(orders),
      looks: new Set(looks),
      compares: new Set(compares),
      earlier: new Set(earlier),
    };
    cache.set(words, care);
  }
  return care;
}
