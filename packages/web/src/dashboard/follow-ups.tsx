/** What is due: the dates that kept reports name, in order, and all of them for the calendar. */
import { toIcs } from '@readingscan/render/take';
import { useState } from 'preact/hooks';
import { calendarSteps, dayOf, type FollowUp, followUps } from '../kept/follow-ups.ts';
import type { Listed } from '../kept/search.ts';
import { Icon } from '../layout/icon.tsx';
import { dueInWords } from '../result/dates.ts';
import { Held } from '../result/held.tsx';
import { useDashboardWords } from '../words/dashboard/use-words.ts';
import { useLanguage, useWords } from '../words/use-words.ts';
import { personName } from './titled.ts';

const FILE = 'readingscan.ics';
/** more when they are asked for */
const SHOWN_AT_ONCE = 8;

interface Props {
  readonly list: readonly Listed[];
  readonly isTold: boolean;
  readonly onOpen: (listed: Listed) => void;
}

export function FollowUps({ list, isTold, onOpen }: Props) {
  const text = useDashboardWords();
  const language = useLanguage();
  const { next } = useWords().result;
  const ahead = followUps(list, dayOf(new Date()));
  const nextSteps = calendarSteps(ahead);
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const severalPeople = new Set(list.map(({ report }) => report.person)).size > 1;
  const tierOf = ({ listed }: FollowUp) => listed.digest?.tier ?? 'routine';
  return (
    <section class="card follow-ups" aria-labelledby="h-ahead">
      <h2 id="h-ahead">{text.ahead.heading}</h2>
      {ahead.length === 0 ? (
        <p class="quiet">{isTold ? text.ahead.none : text.report.telling}</p>
      ) : (
        <>
          <p class="intro">{text.ahead.intro}</p>
          <ol class="timeline">
            {ahead.slice(0, shown).map((one) => {
              const { report, step, isPast } = one;
              return (
                <li
                  key={`${report.id}${step.recommendation}${step.text}`}
                  class={isPast ? 'was' : 'dated'}
                  data-tier={tierOf(one)}
                >
                  <p class="when">
                    {dueInWords(step.due, language, next)}
                    {severalPeople && <span class="whose">{personName(report.person, text)}</span>}
                  </p>
                  <p class="what">
                    <Held text={step.text} />
                  </p>
                  {isPast && <p class="past">{text.ahead.past}</p>}
                  <button type="button" class="link-button" onClick={() => onOpen(one.listed)}>
                    {text.ahead.show}
                  </button>
                </li>
              );
            })}
          </ol>
          {ahead.length > shown && (
            <button type="button" class="link-button" onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
              {text.search.more(Math.min(SHOWN_AT_ONCE, ahead.length - shown))}
            </button>
          )}
        </>
      )}
      {nextSteps.length > 0 && (
        <a
          class="button calendar"
          href={`data:text/calendar;charset=utf-8,${encodeURIComponent(toIcs({ nextSteps, language }))}`}
          download={FILE}
        >
          <Icon name="day" />
          {text.ahead.calendar}
        </a>
      )}
    </section>
  );
}
