/** A link within the site, in the language of the page; it says so where the page it leads to is in another. */
import type { ComponentChildren } from 'preact';
import { useLanguage } from '../words/use-words.ts';
import { hrefOf, LANGUAGE_TAG, languageOf } from './href.ts';

interface Props {
  /** without the language */
  readonly to: string;
  readonly children: ComponentChildren;
}

export function SiteLink({ to, children }: Props) {
  const language = useLanguage();
  const there = languageOf(language, to);
  return (
    <a href={hrefOf(language, to)} {...(there === language ? {} : { hreflang: LANGUAGE_TAG[there] })}>
      {children}
    </a>
  );
}
