/** The words of every language, for where pages are made; a browser loads those of its page alone. */
import type { Language } from '@readingscan/reader/languages';
import { words as en } from './en.ts';
import { words as es } from './es.ts';
import type { Words } from './words.ts';
import { words as zh } from './zh.ts';

const WORDS: Readonly<Record<Language, Words>> = { en, es, zh };

export const wordsOf = (language: Language): Words => WORDS[language];
