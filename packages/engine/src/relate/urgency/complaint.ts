/** Wing 3, relate, urgency: why somebody comes: "in a patient with bleeding" tells of no bleeding on the scan. */
import type { Finding } from '../../document.ts';
import { longestForm } from '../../search.ts';
import type { Knowledge } from '../../stages.ts';
import { tokenAt } from '../../token.ts';
import { buildTrie, type FormEntry, type Trie } from '../../trie.ts';
import type { Outline, Told } from '../outline.ts';

interface Words {
  readonly of: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly joins: ReadonlySet<string>;
  readonly before: Trie<'before' | 'told'>;
}

const NEAR = 2;
const REACH = 12;
const STOPS: ReadonlySet<string> = new Set(['.', ';', ':']);

/** The finding is what the person complains of. */
export function isComplaint({ span }: Finding, { statement }: Told, { recognized, knowledge }: Outline): boolean {
  const words = wordsOf(knowledge);
  const { tokens, source } = recognized;
  const own = tokenAt(tokens, span[0], statement.from, statement.to);
  let last = own;
  while (last + 1 < statement.to && (tokens[last + 1]?.end ?? span[1] + 1) <= span[1]) last += 1;
  if (!words.of.has(tokens[last]?.norm ?? '')) return false;
  let comes = false;
  for (let at = own - 1; at >= Math.max(statement.from, own - REACH); at -= 1) {
    const { norm } = tokens[at] ?? { norm: '.' };
    if (STOPS.has(norm)) return false;
    if (comes && words.people.has(norm)) return true;
    comes ||= words.joins.has(norm);
    const form = longestForm(words.before, source.text, tokens, at, own);
    if (form && (form.value === 'told' || own - form.to <= NEAR)) return true;
  }
  return false;
}

const cache = new WeakMap<object, Words>();

function wordsOf({ reading }: Knowledge): Words {
  let words = cache.get(reading);
  if (!words) {
    const { complaints } = reading.documents.urgency;
    const forms = [
      ...complaints.before.map((form): FormEntry<'before' | 'told'> => [form, 'before']),
      ...complaints.told.map((form): FormEntry<'before' | 'told'> => [form, 'told']),
    ];
    words = {
      of: new Set(complaints.of),
      people: new Set(complaints.people),
      joins: new Set(complaints.joins),
      before: buildTrie(forms, reading.spelling),
    };
    cache.set(reading, words);
  }
  return words;
}
