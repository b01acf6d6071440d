/** Wing 3, relate, urgency: which words of the urgency document a statement holds, and where. */

import type { Finding } from '../../document.ts';
import { matchesWithin } from '../../lexicon.ts';
import { eachForm } from '../../search.ts';
import type { Knowledge } from '../../stages.ts';
import { buildTrie, type Trie } from '../../trie.ts';
import { assertTargets } from '../assertion.ts';
import type { Held, Outline, Told } from '../outline.ts';
import { PRESSING } from '../word-kinds.ts';

const NOTHING: Held = new Map();

/** Words are looked for in overlapping ways: "no large" and "large" are both found. Made once for a statement. */
export function heldIn(told: Told, { recognized, kinds, held: made, knowledge }: Outline): Held {
  if ((told.words & PRESSING) === 0) return NOTHING;
  const known = made.get(told);
  if (known) return known;
  const { source, tokens } = recognized;
  const { from, to } = told.statement;
  const trie = urgencyTrie(knowledge);
  const held = new Map<string, number>();
  for (let at = from; at < to; at += 1)
    if (((kinds[at] ?? 0) & PRESSING) !== 0)
      eachForm(trie, source.text, tokens, at, to, (form) => {
        if (!held.has(form)) held.set(form, at);
      });
  made.set(told, held);
  return held;
}

/** Whether the request of the report holds one of these words. */
export const isRequested = (words: readonly string[], outline: Outline): boolean =>
  outline.statements.some((told) => told.code === 'history' && words.some((word) => heldIn(told, outline).has(word)));

/** "Effusion without tamponade": a word behind a finding, or right behind a denial, that is denied itself. */
export function isWordDenied(word: string, { span }: Finding, told: Told, outline: Outline): boolean {
  const { recognized, knowledge } = outline;
  const { source, tokens } = recognized;
  const at = heldIn(told, outline).get(word) ?? told.statement.from;
  const start = tokens[at]?.start ?? 0;
  const { denials } = knowledge.reading.documents.urgency.between;
  if (start < span[1] && !denials.includes(tokens[at - 1]?.norm ?? '')) return false;
  let to = at + 1;
  eachForm(urgencyTrie(knowledge), source.text, tokens, at, told.statement.to, (form, end) => {
    if (form === word) to = end;
  });
  const end = tokens[to - 1]?.end ?? start;
  // what denies within itself is no denied word: "not under control"
  if (matchesWithin(recognized.matches.cue, at, to).length > 0) return false;
  const [answer] = assertTargets(recognized, told.statement, [[start, end]], knowledge);
  return answer?.assertion.presence === 'absent';
}

const cache = new WeakMap<object, Trie<string>>();

function urgencyTrie({ reading }: Knowledge): Trie<string> {
  let trie = cache.get(reading);
  if (!trie) {
    const { rules, words, advice, calm, screening, remarks, otherSide, exceptions, risks } = reading.documents.urgency;
    const forms = new Set([
      ...rules.flatMap((r) => [...(r.words ?? []), ...(r.without ?? []), ...(r.request ?? [])]),
      ...words.flatMap((w) => [...w.match, ...(w.without ?? [])]),
      ...advice.flatMap((a) => a.match),
      ...calm,
      ...screening,
      ...remarks,
      ...otherSide.closing,
      ...otherSide.within,
      ...exceptions.match,
      ...exceptions.without,
      ...risks.grave.flatMap((grave) => grave.words),
      ...risks.without,
    ]);
    trie = buildTrie(
      [...forms].map((form) => [form, form] as const),
      reading.spelling,
    );
    cache.set(reading, trie);
  }
  return trie;
}

const spoken = new WeakMap<object, Trie<string>>();

/** The words that ask for a tier by themselves. */
export function spokenTrie({ reading }: Knowledge): Trie<string> {
  let trie = spoken.get(reading);
  if (!trie) {
    const forms = reading.documents.urgency.words.flatMap(({ match }) => match);
    trie = buildTrie(
      forms.map((form) => [form, form] as const),
      reading.spelling,
    );
    spoken.set(reading, trie);
  }
  return trie;
}

interface Sets {
  /** said of a test */
  readonly remarks: ReadonlySet<string>;
  /** of a side whose finding is not named again: where its clause ends, or anywhere */
  readonly closing: ReadonlySet<string>;
  readonly within: ReadonlySet<string>;
}

const sets = new WeakMap<object, Sets>();

export function setsOf({ reading }: Knowledge): Sets {
  let made = sets.get(reading);
  if (!made) {
    const { remarks, otherSide } = reading.documents.urgency;
    made = {
      remarks: new Set(remarks),
      closing: new Set(otherSide.closing),
      within: new Set(otherSide.within),
    };
    sets.set(reading, made);
  }
  return made;
}
