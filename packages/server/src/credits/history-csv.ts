/** All that happened to somebody's credits, as a table that any program opens. */
import type { CreditEvent } from '@readingscan/web';

const COLUMNS = ['time', 'kind', 'of', 'count', 'credits', 'set_aside', 'spent_before_return', 'reference'] as const;

/** The oldest first. */
export const csvOf = (events: readonly CreditEvent[]): string =>
  [COLUMNS, ...events.toReversed().map(rowOf)]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')
    .concat('\r\n');

const rowOf = ({ at, kind, of, count, credits, held, lost, reference }: CreditEvent): readonly (string | number)[] => [
  new Date(at).toISOString(),
  kind,
  of,
  count,
  credits,
  held,
  lost,
  reference,
];

/** Names are ours or the operator's; a program for tables takes what begins like a sum for one. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
