/** Dates as each language writes them. */
import type { Language } from '@readingscan/reader/languages';

const LOCALE: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-419', zh: 'zh-Hans' };

/** "28 November 2026" from an ISO date. */
export const dayIn = (language: Language, date: string): string =>
  new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
