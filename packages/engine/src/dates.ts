/** Ground floor: dates as they are written: 2023-02-10, 14/09/2023, 11 March 2022, 6 June, 04/2019. */
import type { Token } from './token.ts';

export interface DateParts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

export interface WrittenDate extends DateParts {
  /** tokens `[from, to)` */
  readonly from: number;
  readonly to: number;
  /** day and month could be the other way round */
  readonly swappable: boolean;
  /** a numeric date that leaves no choice: which of its numbers comes first */
  readonly order: 'day' | 'month' | null;
}

export type Months = Readonly<Record<string, number>>;

type MonthTable = ReadonlyMap<string, number>;

const tables = new WeakMap<Months, MonthTable>();
function tableOf(months: Months): MonthTable {
  let table = tables.get(months);
  if (!table) {
    table = new Map(Object.entries(months));
    tables.set(months, table);
  }
  return table;
}

/** Every date of the tokens in order. Day before month or after it is decided by the dates of the text that leave no choice. */
export function datesIn(tokens: readonly Token[], names: Months): WrittenDate[] {
  const months = tableOf(names);
  const found: WrittenDate[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    const begins = token && (token.kind === 'number' || (token.kind === 'word' && months.has(token.norm)));
    const date = begins ? dateAt(tokens, at, months) : null;
    if (date) found.push(date);
    at = date ? date.to : at + 1;
  }
  return inOneOrder(found);
}

export const isoOf = ({ year, month, day, swappable }: WrittenDate): string | null =>
  year !== null && month !== null && day !== null && !swappable ? `${year}-${two(month)}-${two(day)}` : null;

const two = (n: number): string => String(n).padStart(2, '0');

function dateAt(tokens: readonly Token[], at: number, months: MonthTable): WrittenDate | null {
  return numeric(tokens, at) ?? dotted(tokens, at) ?? dayMonth(tokens, at, months) ?? monthDay(tokens, at, months);
}

const whole = (token: Token | undefined): number =>
  token?.kind === 'number' && /^\d{1,4}$/.test(token.norm) ? Number(token.norm) : Number.NaN;
const isSeparator = (token: Token | undefined): boolean => token?.norm === '/' || token?.norm === '-';
const yearOf = (token: Token | undefined): number => {
  const value = whole(token);
  if (token?.norm.length === 2) return 2000 + value;
  return value >= 1900 && value <= 2100 ? value : Number.NaN;
};

function made(
  from: number,
  to: number,
  year: number | null,
  month: number | null,
  day: number | null,
  order: WrittenDate['order'] = null,
  swappable = false,
): WrittenDate | null {
  if ((month !== null && !(month >= 1 && month <= 12)) || (day !== null && !(day >= 1 && day <= 31))) return null;
  return Number.isNaN(year) ? null : { from, to, year, month, day, swappable, order };
}

/** 2023-02-10, 14/09/2023, 09/14/23, 04/2019 */
function numeric(tokens: readonly Token[], at: number): WrittenDate | null {
  const sep = tokens[at + 1];
  const b = tokens[at + 2];
  if (!isSeparator(sep) || !sep?.glued || !b?.glued || isSeparator(tokens[at - 1])) return null;
  const a = tokens[at];
  const first = whole(a);
  const second = whole(b);
  if (Number.isNaN(first) || Number.isNaN(second)) return null;
  const sep2 = tokens[at + 3];
  const c = tokens[at + 4];
  if (sep2?.norm === sep.norm && sep2.glued && c?.glued) {
    if (a?.norm.length === 4) return made(at, at + 5, first, second, whole(c));
    const year = yearOf(c);
    if (Number.isNaN(year) || (c.norm.length === 2 && sep.norm === '-' && first > 31)) return null;
    if (first > 12) return made(at, at + 5, year, second, first, 'day');
    if (second > 12) return made(at, at + 5, year, first, second, 'month');
    return made(at, at + 5, year, second, first, null, first !== second);
  }
  if (b.norm.length === 4 && sep.norm === '/') return made(at, at + 3, yearOf(b), first, null);
  return null;
}

/** 1.3.24 */
const SHORTEST = 6;

/** 12.03.2024: read as one number */
function dotted(tokens: readonly Token[], at: number): WrittenDate | null {
  const norm = tokens[at]?.norm ?? '';
  const parts = norm.length < SHORTEST ? null : /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(norm);
  if (!parts) return null;
  const [day, month, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return made(at, at + 1, year < 100 ? 2000 + year : year, month, day);
}

/** 11 March 2022, 11-Mar-2022, 4th of May, March 2021 (in monthDay) */
function dayMonth(tokens: readonly Token[], at: number, months: MonthTable): WrittenDate | null {
  const day = whole(tokens[at]);
  if (!(day >= 1 && day <= 31)) return null;
  let i = at + 1;
  if (tokens[i]?.glued && /^(st|nd|rd|th)$/.test(tokens[i]?.norm ?? '')) i += 1;
  if (tokens[i]?.norm === '-' || tokens[i]?.norm === '/' || tokens[i]?.norm === 'of') i += 1;
  const month = months.get(tokens[i]?.norm ?? '');
  if (!month) return null;
  i += 1;
  if (tokens[i]?.norm === '.') i += 1;
  if (tokens[i]?.norm === '-' || tokens[i]?.norm === '/' || tokens[i]?.norm === ',') i += 1;
  const year = yearOf(tokens[i]);
  const plain = tokens[i]?.norm.length === 4 || isSeparator(tokens[i - 1]);
  if (Number.isNaN(year) || !plain) return made(at, monthEnd(tokens, at, months), null, month, day);
  return made(at, i + 1, year, month, day);
}

function monthEnd(tokens: readonly Token[], at: number, months: MonthTable): number {
  for (let i = at + 1; i < at + 4; i += 1) if (months.get(tokens[i]?.norm ?? '')) return i + 1;
  return at + 1;
}

/** March 11, 2022; May 2021 */
function monthDay(tokens: readonly Token[], at: number, months: MonthTable): WrittenDate | null {
  const month = months.get(tokens[at]?.norm ?? '');
  if (!month) return null;
  let i = at + 1;
  if (tokens[i]?.norm === '.' || tokens[i]?.norm === '-') i += 1;
  const alone = yearOf(tokens[i]);
  if (tokens[i]?.norm.length === 4 && !Number.isNaN(alone)) return made(at, i + 1, alone, month, null);
  const day = whole(tokens[i]);
  if (!(day >= 1 && day <= 31) || tokens[i]?.norm.length === 4) return null;
  let end = i + 1;
  if (tokens[end]?.glued && /^(st|nd|rd|th)$/.test(tokens[end]?.norm ?? '')) end += 1;
  const comma = tokens[end]?.norm === ',' || tokens[end]?.norm === '-' ? end + 1 : end;
  const year = yearOf(tokens[comma]);
  const plain = tokens[comma]?.norm.length === 4;
  return Number.isNaN(year) || !plain ? made(at, end, null, month, day) : made(at, comma + 1, year, month, day);
}

/** 05/09/2023 is read as the other numeric dates of the text are; alone it stays open. */
function inOneOrder(dates: readonly WrittenDate[]): WrittenDate[] {
  const dayFirst = dates.some(({ order }) => order === 'day');
  const monthFirst = dates.some(({ order }) => order === 'month');
  if (dayFirst === monthFirst) return [...dates];
  return dates.map((date) =>
    date.swappable ? { ...date, swappable: false, ...(monthFirst ? { month: date.day, day: date.month } : {}) } : date,
  );
}
