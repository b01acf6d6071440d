/** Addresses within the site: a path without its language, and the language it is wanted in. */
import { isLanguage, type Language, READ } from '@readingscan/reader/languages';

/** How the language of a page is written in HTML: the script counts for Chinese. */
export const LANGUAGE_TAG: Readonly<Record<Language, string>> = { en: 'en', es: 'es', zh: 'zh-Hans' };

/** "/es/blog" for Spanish and "/blog". */
export function hrefOf(language: Language, path: string): string {
  return language === READ ? path : `/${language}${path}`;
}

/** The language that the first part of an address names; English has none. */
export function languageIn(address: string): Language {
  const first = address.split('/')[1] ?? '';
  return isLanguage(first) ? first : READ;
}
