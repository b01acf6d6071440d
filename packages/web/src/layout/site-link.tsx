/** A link within the site, in the language of the page. */
import type { ComponentChildren } from 'preact';
import { useLanguage } from '../words/use-words.ts';
import { hrefOf } from './href.ts';

interface Props {
  /** without the language */
  readonly to: string;
  readonly children: ComponentChildren;
}

export function SiteLink({ to, children }: Props) {
  return <a href={hrefOf(useLanguage(), to)}>{children}</a>;
}
