/** The dashboard's words of every language, for where its page is made; a browser loads those of its page alone. */
import type { Language } from '@readingscan/reader/languages';
import { dashboard as en } from './en.ts';
import { dashboard as es } from './es.ts';
import type { DashboardWords } from './words.ts';
import { dashboard as zh } from './zh.ts';

const WORDS: Readonly<Record<Language, DashboardWords>> = { en, es, zh };

export const dashboardWordsOf = (language: Language): DashboardWords => WORDS[language];
