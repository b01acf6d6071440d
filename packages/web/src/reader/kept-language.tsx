/** The language that the reader was last used in: offered where the page is in another one, never chosen for anyone. */
import { isLanguage, type Language } from '@readingscan/reader/languages';
import { useEffect, useState } from 'preact/hooks';
import { hrefOf, LANGUAGE_TAG } from '../layout/href.ts';
import { READ_IN } from '../words/languages.ts';
import { useLanguage } from '../words/use-words.ts';

const KEY = 'language';

/** Only the language is kept, nothing of a report. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // a browser that keeps nothing still reads
  }
}

function keptLanguage(): Language | null {
  try {
    const kept = localStorage.getItem(KEY) ?? '';
    return isLanguage(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function KeptLanguage() {
  const language = useLanguage();
  const [kept, setKept] = useState<Language | null>(null);
  useEffect(() => setKept(keptLanguage()), []);
  if (kept === null || kept === language) return null;
  const tag = LANGUAGE_TAG[kept];
  return (
    <p class="kept-language">
      <a href={hrefOf(kept, '/')} lang={tag} hreflang={tag}>
        {READ_IN[kept]}
      </a>
    </p>
  );
}
