/** The segments of a message → its orders (OBR), each with what was observed for it; corrections in place of what they correct. */
import { LIMITS } from '../../limits.ts';
import { Refusal } from '../../refusal.ts';
import { isoDate } from '../found.ts';
import { unescaped } from './escapes.ts';
import type { Message, Segment, Separators } from './message.ts';
import { type Said, saidBy } from './observation.ts';

/** An order (OBR) with what was observed for it. */
export interface Order {
  readonly key: string;
  readonly title: string;
  readonly date: string | null;
  readonly section: string;
  readonly status: string;
  readonly said: readonly Said[];
}

/** Observations that were never made, or belong to another order. */
const NOT_SAID = new Set(['X', 'N', 'O', 'I']);
const TAKEN_BACK = new Set(['D', 'W']);
export const CORRECTED: ReadonlySet<string> = new Set(['C', 'CORRECTED', 'CORR', 'AMENDED']);

const CHANGES: ReadonlySet<string> = new Set([...CORRECTED, ...TAKEN_BACK]);

export function ordersOf({ separators, segments }: Message): readonly Order[] {
  const orders: { head: Segment | null; said: Said[] }[] = [];
  let within = false;
  let changes = 0;
  for (const segment of segments) {
    if (segment.name === 'OBR') {
      orders.push({ head: segment, said: [] });
      within = true;
    } else if (segment.name === 'PID') within = false;
    else if (segment.name === 'OBX' || (segment.name === 'NTE' && within)) {
      if (orders.length === 0) orders.push({ head: null, said: [] });
      const one = saidBy(segment, separators);
      const order = orders.at(-1)?.said ?? [];
      if (one && CHANGES.has(one.status.toUpperCase())) changes += 1;
      if (changes > LIMITS.changes) throw new Refusal('heavy-record');
      if (one) observe(order, segment.name === 'NTE' ? noteOn(order.at(-1), one) : one);
    }
  }
  return asOne(orders.map(({ head, said }) => orderOf(head, said, separators)));
}

/** Orders of one message are one report, unless each of them comes to a conclusion of its own. */
function asOne(orders: readonly Order[]): readonly Order[] {
  const told = orders.filter(({ said }) => said.some(({ text }) => text.trim() !== ''));
  const [first] = told;
  if (!first || told.length < 2 || told.every(concludes)) return orders;
  const whole = {
    ...first,
    said: told.flatMap(({ said, title }, index) => (index === 0 || title === '' ? said : [titleOf(title), ...said])),
  };
  return [whole, ...orders.filter((order) => !told.includes(order))];
}

const concludes = ({ said }: Order): boolean =>
  said.some(
    ({ heading, text }) =>
      heading === 'IMPRESSION' || /(?:^|\n)[ \t]*(?:impression|conclusion|opinion|summary)\b/i.test(text),
  );

const titleOf = (title: string): Said => ({
  kind: 'prose',
  heading: null,
  name: '',
  text: title,
  files: [],
  status: '',
  place: '',
});

/** A note on words goes on with them. */
const noteOn = (before: Said | undefined, note: Said): Said =>
  before?.kind === 'prose' ? { ...note, heading: before.heading, name: before.name } : note;

/** A correction stands where the words stood that it corrects; a part of a file goes on with the file before it. */
function observe(said: Said[], one: Said): void {
  const state = one.status.toUpperCase();
  if (TAKEN_BACK.has(state)) {
    const kept = said.filter((other) => other.place !== one.place || one.place === '');
    said.splice(0, said.length, ...kept);
    return;
  }
  if (NOT_SAID.has(state)) return;
  if (CORRECTED.has(state) && one.place !== '') {
    const at = said.findIndex((other) => other.place === one.place && !CORRECTED.has(other.status.toUpperCase()));
    if (at >= 0) {
      said[at] = one;
      return;
    }
  }
  said.push(one);
}

function orderOf(head: Segment | null, said: readonly Said[], separators: Separators): Order {
  const fields = head?.fields ?? [];
  const part = (value: string | undefined, at: number) =>
    unescaped((value ?? '').split(separators.component)[at] ?? '', separators).trim();
  const title = [part(fields[4], 1), part(fields[4], 4), part(fields[44], 1)].find((name) => name !== '') ?? '';
  return {
    key: part(fields[3], 0) || part(fields[18], 0) || part(fields[2], 0),
    title,
    date: isoDate(fields[7]) ?? isoDate(fields[6]),
    section: (fields[24] ?? '').trim().toUpperCase(),
    status: (fields[25] ?? '').trim().toUpperCase(),
    said,
  };
}
