/** The word as it stands in the report, beside its name in the language of the page; nothing where both are one. */

import { READ } from '@readingscan/reader/languages';
import { LANGUAGE_TAG } from '../layout/href.ts';

export function InReport({ word }: { readonly word: string | undefined }) {
  if (word === undefined) return null;
  return (
    <span class="in-report" lang={LANGUAGE_TAG[READ]}>
      {word}
    </span>
  );
}
