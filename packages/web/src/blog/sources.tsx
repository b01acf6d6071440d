/** The sources of a text, numbered as it cites them: what each is, when it was read, what it supports. */
import type { Language } from '@readingscan/reader/languages';
import type { Citation } from '../content/types.ts';
import { BLOG_WORDS } from '../words/blog.ts';
import { dayIn } from './day.ts';

interface Props {
  readonly language: Language;
  readonly heading: string;
  readonly sources: readonly Citation[];
}

export function Sources({ language, heading, sources }: Props) {
  const text = BLOG_WORDS[language];
  if (sources.length === 0) return null;
  return (
    <section class="sources caption" aria-labelledby="h-sources">
      <h2 id="h-sources">{heading}</h2>
      <ol>
        {sources.map(({ key, title, publisher, year, url, read, supports }, index) => (
          <li key={key} id={`source-${index + 1}`}>
            <a href={url} rel="noreferrer nofollow" lang="en">
              {title}
            </a>
            . <span lang="en">{publisher}</span>
            {year === undefined ? '' : `, ${year}`}. {text.read} <time dateTime={read}>{dayIn(language, read)}</time>.{' '}
            {language === 'en' && (
              <>
                {text.supports} {supports}
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
