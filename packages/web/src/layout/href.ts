/** Addresses within the site: a path without its language, and the language it is wanted in. */
import { isLanguage, LANGUAGES, type Language, READ } from '@readingscan/reader/languages';

/** How the language of a page is written in HTML: the script counts for Chinese. */
export const LANGUAGE_TAG: Readonly<Record<Language, string>> = { en: 'en', es: 'es', zh: 'zh-Hans' };

/** Parts of the site that are written in English only, for now. */
const ONLY_ENGLISH = ['/glossary'];

/** The languages in which there is a page at a path. */
export function languagesAt(path: string): readonly Language[] {
  const [place = path] = path.split(/[?#]/);
  const isEnglish = ONLY_ENGLISH.some((part) => place === part || place.startsWith(`${part}/`));
  return isEnglish ? [READ] : LANGUAGES;
}

/** "/es/blog" for Spanish and "/blog"; a page that is not there in a language is linked to in English. */
export function hrefOf(language: Language, path: string): string {
  return languageOf(language, path) === READ ? path : `/${language}${path}`;
}

/** The language that the page at `hrefOf(language, path)` is in. */
export function languageOf(language: Language, path: string): Language {
  return languagesAt(path).includes(language) ? language : READ;
}

/** The language that the first part of an address names; English has none. */
export function languageIn(address: string): Language {
  const first = address.split('/')[1] ?? '';
  return isLanguage(first) ? first : READ;
}
