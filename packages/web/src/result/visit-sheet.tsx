/** One page for the visit: what the report says overall, the next steps, the questions that were ticked, and room to write. */
import type { Explanation } from '@readingscan/engine';
import { Icon } from '../layout/icon.tsx';
import { useLanguage, useWords } from '../words/use-words.ts';
import { dueInWords } from './dates.ts';
import { Held } from './held.tsx';
import type { View } from './view.ts';

/** a figure alone is nothing to explain */
const LETTER = /\p{L}/u;
const NOTES = ['first', 'second', 'third', 'fourth', 'fifth'];

interface Props {
  readonly view: View;
  /** texts of questions that were taken off it */
  readonly without: ReadonlySet<string>;
  readonly onPrint: (() => void) | undefined;
  readonly onSave: ((explanation: Explanation, isSheet: boolean) => void) | undefined;
}

export function VisitSheet({ view, without, onPrint, onSave }: Props) {
  const { result } = useWords();
  const language = useLanguage();
  const { visit } = result;
  const { headline, nextSteps, questions, worthAsking, notExplained } = view.explanation;
  const words = new Set(notExplained.map(({ text }) => text.trim()).filter((text) => LETTER.test(text)));
  const asked = questions.filter(({ text }) => !without.has(text));
  return (
    <details class="more visit">
      <summary>{visit.heading}</summary>
      <p class="intro">{visit.intro}</p>
      {(onPrint || onSave) && (
        <div class="row">
          {onPrint && (
            <button type="button" class="button" onClick={onPrint}>
              <Icon name="print" />
              {visit.print}
            </button>
          )}
          {onSave && (
            <button
              type="button"
              class="button"
              onClick={() => onSave({ ...view.explanation, questions: asked }, true)}
            >
              <Icon name="file" />
              {visit.pdf}
            </button>
          )}
        </div>
      )}
      <section class="visit-sheet paper" aria-labelledby="h-visit">
        <h3 id="h-visit">{visit.title}</h3>
        <p class="visit-head">
          <Held text={headline.text} />
        </p>
        {nextSteps.length > 0 && (
          <>
            <h4>{result.next.heading}</h4>
            <ul>
              {nextSteps.map(({ text, due }) => (
                <li key={text}>
                  <Held text={text} /> {due && <b>{dueInWords(due, language, result.next)}</b>}
                </li>
              ))}
            </ul>
          </>
        )}
        <h4>{result.questions.heading}</h4>
        <ul class="visit-questions">
          {[...asked, ...worthAsking].map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
          <li class="visit-line">
            <span class="hidden">{visit.own}</span>
          </li>
          <li class="visit-line">
            <span class="hidden">{visit.own}</span>
          </li>
        </ul>
        {words.size > 0 && (
          <>
            <h4>{visit.words}</h4>
            <p class="report" lang="en">
              {[...words].join(' · ')}
            </p>
          </>
        )}
        <h4>{visit.notes}</h4>
        {NOTES.map((line) => (
          <p key={line} class="visit-line" aria-hidden="true" />
        ))}
        <p class="caption">{view.explanation.disclaimer}</p>
      </section>
    </details>
  );
}
