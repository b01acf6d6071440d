/** What can be taken along: on paper, in the calendar, as text. All of it is made on the device. */
import type { Explanation } from '@readingscan/engine';
import { textOf } from '@readingscan/render/take';
import type { ComponentChildren } from 'preact';
import { Icon } from '../layout/icon.tsx';
import { useWords } from '../words/use-words.ts';
import { CalendarLink } from './calendar.tsx';
import type { CopyState } from './result.tsx';
import type { View } from './view.ts';
import { VisitSheet } from './visit-sheet.tsx';

interface Props {
  readonly view: View;
  readonly without: ReadonlySet<string>;
  readonly onPrint: (() => void) | undefined;
  readonly onPrintVisit: (() => void) | undefined;
  readonly onCopy: ((text: string) => void) | undefined;
  readonly onSave: ((explanation: Explanation, isSheet: boolean) => void) | undefined;
  readonly copied: CopyState;
  readonly keep: ComponentChildren;
  /** where it is, and that it can be wrong */
  readonly note: string | null;
  /** the way to another report */
  readonly children: ComponentChildren;
}

export function Take({ view, without, onPrint, onPrintVisit, onCopy, onSave, copied, keep, note, children }: Props) {
  const { result } = useWords();
  const { take } = result;
  const { disclaimer, readability } = view.explanation;
  const { fleschKincaidGrade: plain, originalGrade: original } = readability;
  return (
    <section class="section" id="take" aria-labelledby="h-take">
      <h2 id="h-take">{take.heading}</h2>
      <p class="intro">{take.intro}</p>
      <div class="row">
        {onPrint && (
          <button type="button" class="button" onClick={onPrint}>
            <Icon name="print" />
            {result.print}
          </button>
        )}
        {onSave && (
          <button type="button" class="button" onClick={() => onSave(view.explanation, false)}>
            <Icon name="file" />
            {take.pdf}
          </button>
        )}
        <CalendarLink explanation={view.explanation} />
        {onCopy && (
          <button type="button" class="button" onClick={() => onCopy(textOf(view.explanation))}>
            <Icon name="paste" />
            {take.copy}
          </button>
        )}
        {children}
      </div>
      {onCopy && (
        <p class="caption" role="status">
          {copied === null ? '' : take.copied[copied]}
        </p>
      )}
      {keep}
      <VisitSheet view={view} without={without} onPrint={onPrintVisit} onSave={onSave} />
      <p class="caption">{disclaimer}</p>
      {note && <p class="caption">{note}</p>}
      {plain !== null && original !== null && (
        <p class="caption">{take.grade(Math.round(plain), Math.round(original))}</p>
      )}
    </section>
  );
}
