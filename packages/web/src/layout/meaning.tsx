/** What the head tells search engines and those who share a page: its address, its other languages, what it is about. */
import { READ } from '@readingscan/reader/languages';
import { wordsOf } from '../words/words-of.ts';
import { hrefOf, LANGUAGE_TAG } from './href.ts';
import type { PageProps } from './page.tsx';

/** as Open Graph writes them */
const LOCALE = { en: 'en_US', es: 'es_LA', zh: 'zh_CN' } as const;

type Props = Required<Pick<PageProps, 'site' | 'path' | 'languages' | 'title' | 'kind' | 'data'>> & {
  readonly description: string | undefined;
  /** shown where the page is shared; default: that of the site */
  readonly picture: string | undefined;
};

export function Meaning({ site, path, languages, title, description, picture, kind, data }: Props) {
  const { language, origin } = site;
  const address = (one: typeof language): string => `${origin ?? ''}${hrefOf(one, path)}`;
  const hasAddress = languages.includes(language);
  const original = languages.includes(READ) ? READ : languages[0];
  return (
    <>
      {hasAddress && <link rel="canonical" href={address(language)} />}
      {languages.length > 1 &&
        languages.map((one) => <link key={one} rel="alternate" hreflang={LANGUAGE_TAG[one]} href={address(one)} />)}
      {languages.length > 1 && original && <link rel="alternate" hreflang="x-default" href={address(original)} />}
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:type" content={kind} />
      <meta property="og:locale" content={LOCALE[language]} />
      <meta property="og:site_name" content={wordsOf(language).brand} />
      {hasAddress && origin !== null && <meta property="og:url" content={address(language)} />}
      {origin !== null && (
        <>
          <meta property="og:image" content={`${origin}${picture ?? site.assets.pictures.share}`} />
          <meta property="og:image:alt" content={title} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      {data.map((one) => {
        const json = JSON.stringify(one).replaceAll('<', '\\u003c');
        return <script key={json} type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
      })}
    </>
  );
}
