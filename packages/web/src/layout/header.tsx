/** The top of every page: whose page it is, where else to go, in which language. */
import type { Language } from '@readingscan/reader/languages';
import { ACCOUNT_WORDS } from '../words/account.ts';
import { useLanguage, useWords } from '../words/use-words.ts';
import { hrefOf } from './href.ts';
import { Logo } from './icon.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { SiteLink } from './site-link.tsx';

interface Props {
  readonly path: string;
  readonly languages: readonly Language[];
  readonly hasAccounts: boolean;
}

export function Header({ path, languages, hasAccounts }: Props) {
  const words = useWords();
  const language = useLanguage();
  const { nav } = words;
  return (
    <header class="site-header">
      <div class="wrap">
        <a class="logo" href={hrefOf(language, '/')}>
          <Logo />
          {words.brand}
        </a>
        <nav class="site-nav" aria-label={nav.label}>
          <SiteLink to="/dashboard">{nav.dashboard}</SiteLink>
          <SiteLink to="/blog">{nav.blog}</SiteLink>
          <SiteLink to="/glossary">{nav.glossary}</SiteLink>
          <SiteLink to="/features">{nav.features}</SiteLink>
          <SiteLink to="/faq">{nav.faq}</SiteLink>
          {hasAccounts && <SiteLink to="/account">{ACCOUNT_WORDS[language].link}</SiteLink>}
        </nav>
        <nav class="site-languages" aria-label={nav.language}>
          <LanguageChoice path={path} languages={languages} />
        </nav>
      </div>
    </header>
  );
}
