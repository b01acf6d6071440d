/** The languages of the site in their own words, the same on every page. */
import type { Language } from '@readingscan/reader/languages';

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', zh: '中文' };

/** For who read in this language before, and now sees a page in another. */
export const READ_IN: Readonly<Record<Language, string>> = {
  en: 'Read this page in English',
  es: 'Leer esta página en español',
  zh: '用中文看这个页面',
};
