/** Wing 4, explain, frame: where advice begins in its clause: "AAA 5.6 cm, | refer vascular surgeons". What stands before it was found, not asked for. */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import { conceptsById } from '../../concepts-by-id.ts';
import type { Finding, Recommendation, Span } from '../../document.ts';
import { longestForm } from '../../search.ts';
import type { Explainable, Knowledge, SegmentedStatement } from '../../stages.ts';
import { tokenAt } from '../../token.ts';
import { buildTrie, formsOf, type Trie } from '../../trie.ts';

/** 'ask' opens advice; 'thing' is asked for, and may have the finding before it in its name ("thyroid nodule biopsy"); 'lead' may stand before both. */
type Word = 'ask' | 'thing' | 'lead';

/** The words of an advice without what was found before it in the same clause; all of its words where that is nothing. */
export function advisedPart(
  { span, condition }: Recommendation,
  { from, to }: SegmentedStatement,
  findings: readonly Finding[],
  { source, tokens }: Explainable,
  knowledge: Knowledge,
): Span {
  const { reading } = knowledge;
  const kinds = conceptsById(knowledge);
  const forms = formsIn(reading);
  const first = tokenAt(tokens, span[0], from, to);
  const behind = tokenAt(tokens, span[1], first, to);
  const isAside = ([start]: Span): boolean =>
    condition !== null && condition.span[0] <= start && start < condition.span[1];
  const found = findings.filter(
    (one) =>
      isFound(one) &&
      !ASKED.has(kinds.get(one.concept)?.kind ?? '') &&
      span[0] <= one.span[0] &&
      one.span[1] <= span[1] &&
      !isAside(one.span),
  );
  if (found.length === 0) return span;
  for (let at = first; at < behind; at += 1) {
    const { start = 0 } = tokens[at] ?? {};
    if (isAside([start, start]) || found.some((one) => one.span[0] <= start && start < one.span[1])) continue;
    const word = longestForm(forms, source.text, tokens, at, behind)?.values;
    if (!word || word.every((kind) => kind === 'lead')) continue;
    const last = found.filter((one) => one.span[1] <= start).at(-1);
    const head = tokens.slice(first, at).map(({ norm }) => norm);
    if (!last || PURPOSES.has(head[0] ?? '') || head.some((norm) => WEIGHED.has(norm))) return span;
    const end = tokenAt(tokens, last.span[1], first, at);
    const opening = openingOf(
      end,
      at,
      tokens,
      (place) => longestForm(forms, source.text, tokens, place, at)?.value === 'lead',
    );
    // "thyroid nodule biopsy": the nodule is part of the name of what is asked for
    if (opening === end && !word.includes('ask')) return span;
    return [tokens[opening]?.start ?? start, span[1]];
  }
  return span;
}

/** What may be asked for itself. */
const ASKED: ReadonlySet<string> = new Set(['procedure', 'test']);

/** "For the nodule, CT", "to evaluate the mass": what advice is for. */
const PURPOSES: ReadonlySet<string> = new Set(['for', 'to']);

/** What is only weighed: "since pneumonia is in the differential, correlation is advised". */
const WEIGHED: ReadonlySet<string> = new Set([
  'since',
  'because',
  'differential',
  'differentials',
  'versus',
  'vs',
  'whether',
  'if',
]);

const isFound = ({ assertion: { presence, temporality } }: Finding): boolean =>
  (presence === 'present' || presence === 'possible' || presence === 'absent') && temporality === 'current';

/** Behind the last mark before the words that ask, or with "no", "further", "urgent" before them. */
function openingOf(from: number, at: number, tokens: Explainable['tokens'], isLead: (at: number) => boolean): number {
  for (let place = at - 1; place >= from; place -= 1) {
    const [mark, before] = [tokens[place], tokens[place - 1]];
    const isApart = mark?.norm === ':' || mark?.norm === ';' || mark?.norm === ',' || before?.end !== mark?.start;
    if (mark?.kind === 'mark' && isApart && mark.norm !== '.') return place + 1;
  }
  let opening = at;
  while (opening > from && isLead(opening - 1)) opening -= 1;
  return opening;
}

const cache = new WeakMap<ReadingKnowledge, Trie<Word>>();

function formsIn(reading: ReadingKnowledge): Trie<Word> {
  let forms = cache.get(reading);
  if (!forms) {
    const { triggers, actions, words } = reading.documents.recommendations;
    const of = (word: Word, match: readonly string[] = [], exact: readonly string[] = []) =>
      formsOf(word, match, exact);
    forms = buildTrie(
      [
        ...triggers.flatMap(({ match, exact }) => of('ask', match, exact)),
        ...ASKING.flatMap((kind) => of('ask', words[kind])),
        ...actions.flatMap(({ match, exact, action }) => of(action === 'none-needed' ? 'ask' : 'thing', match, exact)),
        ...reading.documents.study.tests.flatMap(({ match, exact }) => of('thing', match, exact)),
        ...THINGS.flatMap((kind) => of('thing', words[kind])),
        ...LEADING.flatMap((kind) => of('lead', words[kind])),
      ],
      reading.spelling,
    );
    cache.set(reading, forms);
  }
  return forms;
}

const ASKING = ['consult-alone', 'correlate', 'no-need', 'against', 'against-behind', 'specialty', 'send'] as const;
const THINGS = ['follow', 'scan', 'surveil'] as const;
const LEADING = ['no', 'repeat', 'soon', 'hurry', 'now', 'further'] as const;
