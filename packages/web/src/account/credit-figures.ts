/** Credits and money, as they are written in each language. */
import type { Language } from '@readingscan/reader/languages';
import { LANGUAGE_TAG } from '../layout/href.ts';

export const figure = (language: Language, number: number): string =>
  new Intl.NumberFormat(LANGUAGE_TAG[language]).format(number);

/** With its sign: "+50", "−3". */
export const change = (language: Language, number: number): string =>
  new Intl.NumberFormat(LANGUAGE_TAG[language], { signDisplay: 'exceptZero' }).format(number).replace('-', '−');

/** `amount` in the smallest unit of the currency, as Stripe has it. */
export function money(language: Language, amount: number, currency: string): string {
  const format = new Intl.NumberFormat(LANGUAGE_TAG[language], { style: 'currency', currency });
  const { maximumFractionDigits: digits = 2 } = format.resolvedOptions();
  return format.format(amount / 10 ** digits);
}

/** A month, as in 2026-11. */
export const monthIn = (language: Language, month: string): string =>
  new Intl.DateTimeFormat(LANGUAGE_TAG[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
