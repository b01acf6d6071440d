/** Pages of plain text, written for what this software really does. */
import type { WebAssets } from '../assets.ts';
import { Page } from '../layout/page.tsx';
import { words } from '../words/en.ts';

export type TextPageName = 'about' | 'privacy' | 'notFound';

export function TextPage({ assets, name }: { readonly assets: WebAssets; readonly name: TextPageName }) {
  const page = words.pages[name];
  return (
    <Page assets={assets} title={`${page.title}: ${words.brand}`}>
      <article class="wrap text-page">
        <h1>{page.title}</h1>
        {page.parts.map(([heading, ...paragraphs]) => (
          <section key={heading}>
            {heading !== '' && <h2>{heading}</h2>}
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
        <p>
          <a class="button" href="/">
            {words.pages.toReader}
          </a>
        </p>
      </article>
    </Page>
  );
}
