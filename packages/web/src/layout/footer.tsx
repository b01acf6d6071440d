/** The foot of every page: all parts of the site, its languages, and what it is not. */
import type { Language } from '@readingscan/reader/languages';
import { ACCOUNT_WORDS } from '../words/account.ts';
import { useLanguage, useWords } from '../words/use-words.ts';
import type { Words } from '../words/words.ts';
import { Logo } from './icon.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { SiteLink } from './site-link.tsx';

interface Props {
  readonly path: string;
  readonly languages: readonly Language[];
  readonly hasAccounts: boolean;
}

export function Footer({ path, languages, hasAccounts }: Props) {
  const words = useWords();
  const language = useLanguage();
  return (
    <footer class="site-footer">
      <div class="wrap">
        <div class="site-who">
          <p class="logo">
            <Logo />
            {words.brand}
          </p>
          <p class="quiet">{words.tagline}</p>
        </div>
        <nav class="site-parts" aria-label={words.nav.footer}>
          {PARTS.map(([part, pages]) => (
            <div key={part}>
              <h2>{words.nav[part]}</h2>
              <ul>
                {pages.map((page) => (
                  <li key={page}>
                    <SiteLink to={`/${page}`}>{words.nav[page]}</SiteLink>
                  </li>
                ))}
                {hasAccounts && part === 'product' && (
                  <li>
                    <SiteLink to="/account">{ACCOUNT_WORDS[language].link}</SiteLink>
                  </li>
                )}
              </ul>
            </div>
          ))}
          <div>
            <h2>{words.nav.language}</h2>
            <LanguageChoice path={path} languages={languages} />
          </div>
        </nav>
        <p class="caption base">{words.footer}</p>
      </div>
    </footer>
  );
}

/** Each part of the site with its pages, by the names of their words, which are their paths too. */
const PARTS = [
  ['product', ['dashboard', 'features', 'pricing', 'faq']],
  ['resources', ['blog', 'glossary', 'api']],
  ['company', ['about', 'contact']],
  ['legal', ['privacy', 'terms', 'cookies']],
] as const satisfies readonly (readonly [keyof Words['nav'], readonly (keyof Words['nav'])[]])[];
