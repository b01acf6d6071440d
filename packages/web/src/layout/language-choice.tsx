/** The same page in another language; where there is none, the first page in that language. */
import { LANGUAGES, type Language } from '@readingscan/reader/languages';
import { LANGUAGE_NAMES } from '../words/languages.ts';
import { useLanguage } from '../words/use-words.ts';
import { hrefOf, LANGUAGE_TAG } from './href.ts';

interface Props {
  readonly path: string;
  /** in which there is this page */
  readonly languages: readonly Language[];
}

export function LanguageChoice({ path, languages }: Props) {
  const language = useLanguage();
  return (
    <ul class="languages">
      {LANGUAGES.map((one) => (
        <li key={one}>
          <a
            href={hrefOf(one, languages.includes(one) ? path : '/')}
            lang={LANGUAGE_TAG[one]}
            hreflang={LANGUAGE_TAG[one]}
            {...(one === language ? { 'aria-current': 'true' as const } : {})}
          >
            {LANGUAGE_NAMES[one]}
          </a>
        </li>
      ))}
    </ul>
  );
}
