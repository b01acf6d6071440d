/** What the form for a new key asks for, and what is wrong with it. */
import type { AccountFaults, KeyScope, TypedKey } from '@readingscan/web';
import type { Fields } from '../exchange.ts';
import type { WantedKey } from './api-keys.ts';

export interface AskedKey {
  readonly typed: TypedKey;
  readonly faults: AccountFaults;
  readonly wanted: WantedKey;
}

const LONGEST_NAME = 60;
const MOST_YEARS = 10;

/** `today` as in 2026-11-29; `allowed`: what there is to be chosen. */
export function askedKey(fields: Fields, today: string, allowed: readonly KeyScope[]): AskedKey {
  const { name, isLong } = namedIn(fields);
  const scopes = allowed.filter((scope) => fields(`may-${scope}`) === 'yes');
  const ends = fields('ends').trim().slice(0, 32);
  const faults: AccountFaults = {
    ...(name === '' ? { name: 'keyNameNone' } : {}),
    ...(isLong ? { name: 'keyNameLong' } : {}),
    ...(scopes.length === 0 ? { scopes: 'keyScopesNone' } : {}),
    ...(ends === '' || isAhead(ends, today) ? {} : { ends: 'keyEndsWrong' }),
  };
  const shown = [...name].slice(0, 2 * LONGEST_NAME).join('');
  return { typed: { name: shown, scopes, ends }, faults, wanted: { name, scopes, endsOn: ends === '' ? null : ends } };
}

/** A name that an owner gives to a thing, on one line. */
export function namedIn(fields: Fields): { readonly name: string; readonly isLong: boolean } {
  const name = fields('name')
    .normalize('NFC')
    .replace(/\p{C}+/gu, ' ')
    .trim();
  return { name, isLong: [...name].length > LONGEST_NAME };
}

/** A day there is, from today on, within ten years. */
function isAhead(written: string, today: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  const day = new Date(`${written}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== written) return false;
  const [year = '', ...rest] = today.split('-');
  return written >= today && written <= [Number(year) + MOST_YEARS, ...rest].join('-');
}
