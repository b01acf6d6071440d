/** A piece of the report on paper, with the place it stands in. */
import type { Span } from '@readingscan/engine';
import type { ComponentChildren } from 'preact';
import type { Mark } from './cut.ts';
import { ReportWords } from './report-words.tsx';
import type { View } from './view.ts';

interface Props {
  readonly view: View;
  readonly span: Span;
  readonly source: string;
  readonly marks?: readonly Mark[];
  readonly marked?: readonly Span[];
  readonly withTerms?: boolean;
  readonly children?: ComponentChildren;
}

export function OwnWords({ source, children, ...words }: Props) {
  return (
    <blockquote class="paper">
      <span class="report" lang="en">
        <ReportWords {...words} />
      </span>
      <span class="paper-source">
        {source}
        {children}
      </span>
    </blockquote>
  );
}
