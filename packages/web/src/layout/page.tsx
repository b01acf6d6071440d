/** The frame of every page: head, header, footer. No script but what a page asks for. */
import type { ComponentChildren } from 'preact';
import type { WebAssets } from '../assets.ts';
import { words } from '../words/en.ts';
import { Logo } from './icon.tsx';

interface Props {
  readonly assets: WebAssets;
  readonly title: string;
  readonly description?: string;
  readonly script?: string;
  readonly children: ComponentChildren;
}

export function Page({ assets, title, description, script, children }: Props) {
  return (
    <html lang="en" data-view="start">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        {description && <meta name="description" content={description} />}
        {assets.fonts.map((font) => (
          <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <link rel="stylesheet" href={assets.style} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        {script && <script type="module" src={script} />}
      </head>
      <body>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <header class="site-header">
          <div class="wrap">
            <a class="logo" href="/">
              <Logo />
              {words.brand}
            </a>
            <nav aria-label={words.nav.label}>
              <a href="/glossary">{words.nav.glossary}</a>
              <a href="/about">{words.nav.about}</a>
              <a href="/privacy">{words.nav.privacy}</a>
            </nav>
          </div>
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer class="site-footer">
          <div class="wrap">
            <div>
              <p class="logo">
                <Logo />
                {words.brand}
              </p>
              <p class="quiet">{words.tagline}</p>
            </div>
            <nav aria-label={words.nav.footer}>
              <a href="/">{words.nav.home}</a>
              <a href="/glossary">{words.nav.glossary}</a>
              <a href="/about">{words.nav.about}</a>
              <a href="/privacy">{words.nav.privacy}</a>
            </nav>
            <p class="caption base">{words.footer}</p>
          </div>
        </footer>
      </body>
    </html>
  );
}
