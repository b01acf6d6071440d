/** Questions for the visit, places where the report does not agree with itself, and what could not be explained. */
import { useWords } from '../words/use-words.ts';
import { ReportWords } from './report-words.tsx';
import { sectionAt } from './section-at.ts';
import { type View, wordsAt } from './view.ts';

interface QuestionsProps {
  readonly view: View;
  /** texts of those that are not to stand on the sheet for the visit */
  readonly without?: ReadonlySet<string>;
  /** undefined: there is no choosing, as without script */
  readonly onTick?: ((without: ReadonlySet<string>) => void) | undefined;
}

export function Questions({ view, without = new Set(), onTick }: QuestionsProps) {
  const { questions, secondOpinion } = view.explanation;
  if (questions.length === 0 && secondOpinion.length === 0) return null;
  const text = useWords().result.questions;
  return (
    <section class="section" id="questions" aria-labelledby="h-questions">
      <h2 id="h-questions">{text.heading}</h2>
      {view.hasWords && <p class="intro">{text.intro}</p>}
      <ol class="questions">
        {questions.map((question, at) => (
          <li key={question.text}>
            <p class="question" id={`question-${at}`}>
              {question.text}
            </p>
            {question.basis[0] && (
              <p class="from">
                {text.from}{' '}
                <span class="report" lang="en">
                  “{wordsAt(view.text, question.basis[0])}”
                </span>
              </p>
            )}
            {onTick && (
              <label class="question-tick">
                <input
                  type="checkbox"
                  checked={!without.has(question.text)}
                  aria-describedby={`question-${at}`}
                  onChange={() => onTick(toggled(without, question.text))}
                />
                {text.onSheet}
              </label>
            )}
          </li>
        ))}
      </ol>
      {secondOpinion.length > 0 && (
        <details class="more">
          <summary>{text.second}</summary>
          {secondOpinion.map((told) => (
            <p class="more-text" key={told.text}>
              {told.text}
            </p>
          ))}
        </details>
      )}
    </section>
  );
}

function toggled(without: ReadonlySet<string>, text: string): ReadonlySet<string> {
  const next = new Set(without);
  if (!next.delete(text)) next.add(text);
  return next;
}

export function WorthAsking({ view }: { readonly view: View }) {
  const words = useWords();
  const { worthAsking } = view.explanation;
  if (worthAsking.length === 0) return null;
  return (
    <section class="section" id="asking" aria-labelledby="h-asking">
      <h2 id="h-asking">{words.result.asking.heading}</h2>
      <p class="intro">{words.result.asking.intro}</p>
      <ul class="asking">
        {worthAsking.map((ask) => (
          <li key={ask.check}>
            <h3>{ask.text}</h3>
            {ask.basis.map((span) => {
              const around = sectionAt(view, span, words);
              return (
                <blockquote class="paper" key={span.join('-')}>
                  <span class="report" lang="en">
                    <ReportWords view={view} span={around.span} marked={[span]} />
                  </span>
                  <span class="paper-source">{around.name}</span>
                </blockquote>
              );
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function NotExplained({ view }: { readonly view: View }) {
  const words = useWords();
  const { notExplained } = view.explanation;
  if (notExplained.length === 0) return null;
  return (
    <section class="section" id="not-explained" aria-labelledby="h-not">
      <h2 id="h-not">{words.result.notExplained.heading}</h2>
      <p class="intro">{words.result.notExplained.intro}</p>
      <ul class="not-explained">
        {notExplained.map(({ span, text }) => (
          <li key={span.join('-')} class="paper">
            <span class="report" lang="en">
              {text}
            </span>
            <span class="paper-source">{sectionAt(view, span, words).name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
