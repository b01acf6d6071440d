/** The words and the language of the page, at hand in every component below it. */
import type { Language } from '@readingscan/reader/languages';
import { type ComponentChildren, createContext, h } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from './words.ts';

interface Told {
  readonly language: Language;
  readonly words: Words;
}

const Page = createContext<Told | null>(null);

export function WordsProvider({ language, words, children }: Told & { readonly children?: ComponentChildren }) {
  return h(Page.Provider, { value: { language, words } }, children);
}

/** Every word that the interface says, in the language of the page. */
export const useWords = (): Words => useTold().words;

export const useLanguage = (): Language => useTold().language;

function useTold(): Told {
  const told = useContext(Page);
  if (!told) throw new Error('There is no WordsProvider above this component.');
  return told;
}
