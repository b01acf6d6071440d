/** The orders of a file → one report for each order number. */
import { LIMITS } from '../../limits.ts';
import { Refusal } from '../../refusal.ts';
import { alike } from '../alike.ts';
import { type Found, NOTHING, type Standing } from '../found.ts';
import { CORRECTED, type Order } from './order.ts';
import { wholeFiles } from './pieces.ts';
import { textOf } from './words.ts';

const PRELIMINARY = new Set(['P', 'R', 'PRELIM', 'PRELIMINARY', 'WET READ', 'S']);
const MOST_TITLES = 4;
/** reports that are compared with one another */
const MOST_TWINS = 50;

/** A later message of the same number takes the place of the earlier, or adds to it. */
export function merged(orders: readonly Order[], all: readonly Order[]): Found[] {
  const byKey = new Map<string, { found: Found; versions: number }>();
  for (const order of orders) {
    const found = foundOf(order);
    const before = byKey.get(order.key);
    if (!before) {
      const twin =
        byKey.size > MOST_TWINS
          ? undefined
          : [...byKey.values()].find((other) => found.text !== '' && alike(other.found.text, found.text));
      if (!twin) byKey.set(order.key, { found, versions: 1 });
      else if (twin.found.title !== found.title)
        twin.found = { ...twin.found, title: titles([twin.found.title, found.title]) };
      continue;
    }
    before.versions += 1;
    if (before.versions > LIMITS.versions) throw new Refusal('heavy-record');
    before.found = grown(before.found, found);
  }
  const reports = [...byKey.values()].map(({ found }) => found);
  if (reports.length !== 1) return reports;
  // orders without words of their own are told by the report of their neighbour
  const silent = all.filter(({ said, title }) => said.length === 0 && title !== '').map(({ title }) => title);
  return reports.map((found) => ({ ...found, title: titles([found.title, ...silent]) }));
}

function grown(before: Found, later: Found): Found {
  if (before.text === '' || later.text === '') {
    return { ...later, text: later.text || before.text, files: [...before.files, ...later.files] };
  }
  if (alike(before.text, later.text) || later.text.includes(before.text)) return later;
  const whole = /(^|\n)[ \t]*(?:impression|findings|conclusion)/i;
  if (later.status === 'addendum' || !whole.test(later.text) || !whole.test(before.text)) {
    return { ...before, status: later.status ?? before.status, text: `${before.text}\n\n${later.text}` };
  }
  return /impression|conclusion/i.test(before.text) ? later : { ...later, text: `${before.text}\n\n${later.text}` };
}

const titles = (names: readonly (string | null)[]): string | null => {
  const distinct = [...new Set(names.filter((name): name is string => name !== null && name !== ''))];
  return distinct.length === 0 ? null : distinct.slice(0, MOST_TITLES).join('; ');
};

function foundOf(order: Order): Found {
  const { said, title, date } = order;
  return {
    ...NOTHING,
    title: title || null,
    date,
    status: standingOf(order),
    text: textOf(said),
    files: wholeFiles(said.flatMap(({ files }) => files)),
  };
}

function standingOf({ status, said }: Order): Standing | null {
  const states = said
    .filter(({ kind, status: state }) => kind === 'prose' && state !== '')
    .map((one) => one.status.toUpperCase());
  if (CORRECTED.has(status) || states.some((state) => CORRECTED.has(state))) return 'corrected';
  if (
    PRELIMINARY.has(status) ||
    (status === '' && states.length > 0 && states.every((state) => PRELIMINARY.has(state)))
  )
    return 'preliminary';
  return said.some(({ heading }) => heading === 'ADDENDUM') ? 'addendum' : null;
}
