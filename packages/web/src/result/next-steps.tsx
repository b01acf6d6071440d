/** What to do next, as a line through time: this scan, then each step with its date where the report gives one. */

import type { NextStep, UrgencyTier } from '@readingscan/engine';
import { useWords } from '../words/use-words.ts';
import { CalendarLink } from './calendar.tsx';
import { dateInWords, dueInWords } from './dates.ts';
import { Held } from './held.tsx';
import { type View, wordsAt } from './view.ts';

export function NextSteps({ view }: { readonly view: View }) {
  const { nextSteps, reading, urgency, language } = view.explanation;
  const { next } = useWords().result;
  const first = firstStep(view);
  return (
    <section class="section" id="next" aria-labelledby="h-next">
      <h2 id="h-next">{next.heading}</h2>
      <div class="card">
        {nextSteps.length === 0 && !first ? (
          <p class="lead">{next.none}</p>
        ) : (
          <ol class="timeline">
            <li class="was">
              <p class="when">{reading.study.date ? dateInWords(reading.study.date, language) : next.scan}</p>
              {reading.study.date && <p>{next.scan}</p>}
            </li>
            {first && (
              <li data-tier={urgency.tier}>
                <p class="when">{next.yourStep}</p>
                <p class="what">{first}</p>
              </li>
            )}
            {nextSteps.map((step) => (
              <li
                key={step.recommendation + step.text}
                class={step.due ? 'dated' : ''}
                data-tier={tierOf(view, step) ?? urgency.tier}
              >
                <p class="when">{step.due ? dueInWords(step.due, language, next) : next.yourStep}</p>
                <p class="what">
                  <Held text={step.text} />
                </p>
                <Basis view={view} step={step} />
              </li>
            ))}
            {nextSteps.length > 0 && (
              <li class="call">
                <p>{next.call}</p>
              </li>
            )}
          </ol>
        )}
        <CalendarLink explanation={view.explanation} primary />
      </div>
    </section>
  );
}

/** What cannot wait for a date comes before all dates. */
function firstStep({ explanation }: View): string | null {
  const { urgency, communications } = explanation;
  if (urgency.tier === 'emergency' || urgency.tier === 'urgent') return urgency.text;
  return communications[0]?.plain[0]?.text ?? null;
}

/** A step is as pressing as the item it belongs to. */
function tierOf(view: View, { recommendation }: NextStep): UrgencyTier | undefined {
  return view.explanation.reading.impression.find(({ recommendations }) => recommendations.includes(recommendation))
    ?.urgency;
}

function Basis({ view, step }: { readonly view: View; readonly step: NextStep }) {
  const span = step.basis[0];
  if (!span) return null;
  return (
    <p class="from report" lang="en">
      “{wordsAt(view.text, span)}”
    </p>
  );
}
