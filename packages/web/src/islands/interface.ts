/** The words of the interface, each language in a file of its own: a page loads those of its language alone. */
import { isLanguage, type Language, READ } from '@readingscan/reader/languages';
import type { Words } from '../words/words.ts';

const INTERFACE: Readonly<Record<Language, () => Promise<{ readonly words: Words }>>> = {
  en: () => import('../words/en.ts'),
  es: () => import('../words/es.ts'),
  zh: () => import('../words/zh.ts'),
};

export interface Interface {
  readonly language: Language;
  readonly words: Words;
}

/** In the language that the server wrote on the element. */
export async function interfaceOf(root: HTMLElement): Promise<Interface> {
  const named = root.dataset.language ?? '';
  const language = isLanguage(named) ? named : READ;
  return { language, words: (await INTERFACE[language]()).words };
}
