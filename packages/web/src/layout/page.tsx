/** The frame of every page: head, header, footer. No script but what a page asks for. */
import { LANGUAGES, type Language } from '@readingscan/reader/languages';
import type { ComponentChildren } from 'preact';
import { WordsProvider } from '../words/use-words.ts';
import { wordsOf } from '../words/words-of.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { hrefOf, LANGUAGE_TAG } from './href.ts';
import { Meaning } from './meaning.tsx';
import type { SiteView } from './site-view.ts';

export interface PageProps {
  readonly site: SiteView;
  /** without the language: "/", "/glossary", "/blog/lung-nodule" */
  readonly path: string;
  /** in which there is this page; default: all. None: an answer that has no address of its own */
  readonly languages?: readonly Language[];
  readonly title: string;
  readonly description?: string;
  readonly script?: string;
  /** default: those of what is written */
  readonly style?: keyof SiteView['assets']['style'];
  /** words of a report stand on its first screen */
  readonly quotes?: boolean;
  readonly kind?: 'website' | 'article';
  /** shown where the page is shared; default: that of the site */
  readonly picture?: string | undefined;
  /** JSON-LD, each on its own */
  readonly data?: readonly object[];
  /** not for search engines */
  readonly isHidden?: boolean;
  readonly children: ComponentChildren;
}

/** What answers a request without being a page that one could come back to. */
export const NOWHERE = { path: '/', languages: [] } as const;

/** A whole document; its words are at hand for all components in it. */
export function Page({
  site,
  path,
  languages = LANGUAGES,
  title,
  description,
  script,
  style = 'site',
  quotes = false,
  kind = 'website',
  picture,
  data = [],
  isHidden = false,
  children,
}: PageProps) {
  const { assets, language, hasAccounts = false } = site;
  const words = wordsOf(language);
  return (
    <WordsProvider language={language} words={words}>
      <html lang={LANGUAGE_TAG[language]} data-view="start">
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{title}</title>
          {description && <meta name="description" content={description} />}
          {isHidden && <meta name="robots" content="noindex" />}
          <Meaning
            site={site}
            path={path}
            languages={languages}
            title={title}
            description={description}
            picture={picture}
            kind={kind}
            data={data}
          />
          <Ahead font={assets.fonts.plain} />
          {quotes && <Ahead font={assets.fonts.report} />}
          <link rel="stylesheet" href={assets.style[style]} />
          <link rel="icon" href={assets.icon} type="image/svg+xml" />
          <link rel="manifest" href={hrefOf(language, '/manifest.webmanifest')} />
          <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
          <meta name="theme-color" content="#161e24" media="(prefers-color-scheme: dark)" />
          {script && <script defer src={script} />}
        </head>
        <body>
          <a class="skip" href="#main">
            {words.skip}
          </a>
          <Header path={path} languages={languages} hasAccounts={hasAccounts} />
          <main id="main" tabIndex={-1}>
            {children}
          </main>
          <Footer path={path} languages={languages} hasAccounts={hasAccounts} />
        </body>
      </html>
    </WordsProvider>
  );
}

/** A font asked for before the styles say that it is needed. */
export function Ahead({ font }: { readonly font: string }) {
  return <link rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />;
}
