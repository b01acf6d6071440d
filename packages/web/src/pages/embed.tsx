/** The reader for the frame of another site: one line that says whose it is and where it reads, and nothing else of ours around it. */
import { hrefOf, LANGUAGE_TAG } from '../layout/href.ts';
import { Logo } from '../layout/icon.tsx';
import { Ahead } from '../layout/page.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { Reader } from '../reader/reader.tsx';
import { EMBED_WORDS } from '../words/embed.ts';
import { WordsProvider } from '../words/use-words.ts';
import { wordsOf } from '../words/words-of.ts';

interface Props {
  readonly site: SiteView;
  /** whose pages may hold it: the only ones that are ever told its height */
  readonly origins: readonly string[];
}

export function EmbedPage({ site: { assets, language }, origins }: Props) {
  const words = wordsOf(language);
  const { title, newTab, onDevice, noScript, whole } = EMBED_WORDS[language];
  return (
    <WordsProvider language={language} words={words}>
      <html lang={LANGUAGE_TAG[language]} data-view="start" data-frame>
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{title}</title>
          <meta name="robots" content="noindex" />
          <Ahead font={assets.fonts.plain} />
          <link rel="stylesheet" href={assets.style.reader} />
          <link rel="icon" href={assets.icon} type="image/svg+xml" />
          <script defer src={assets.home} />
        </head>
        <body>
          <header class="embed-line">
            <div class="wrap">
              {/* no page of the site may stand in a frame but this one */}
              <a class="logo" href={hrefOf(language, '/')} target="_blank" rel="noopener">
                <Logo />
                {words.brand}
                <span class="hidden"> {newTab}</span>
              </a>
              <span>{onDevice}</span>
              <a href={hrefOf(language, '/privacy')} target="_blank" rel="noopener">
                {words.nav.privacy}
                <span class="hidden"> {newTab}</span>
              </a>
            </div>
          </header>
          <main id="main" tabIndex={-1}>
            <div
              id="reader"
              data-language={language}
              data-words={assets.interface[language]}
              data-assets={JSON.stringify(assets)}
              data-framed-by={JSON.stringify(origins)}
            >
              <Reader assets={assets} isFramed />
            </div>
            <noscript>
              <p class="wrap">
                {noScript}{' '}
                <a href={hrefOf(language, '/')} target="_blank" rel="noopener">
                  {whole}
                </a>
              </p>
            </noscript>
          </main>
        </body>
      </html>
    </WordsProvider>
  );
}
