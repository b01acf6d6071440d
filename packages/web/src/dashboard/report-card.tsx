/** One kept report in the list: which scan and when, what it says, how soon, and the next step. */
import { keyOf, type Listed } from '../kept/search.ts';
import type { Shelf } from '../kept/shelf.ts';
import { Icon } from '../layout/icon.tsx';
import { dateInWords, dueInWords } from '../result/dates.ts';
import { Held } from '../result/held.tsx';
import { useDashboardWords } from '../words/dashboard/use-words.ts';
import { useLanguage, useWords } from '../words/use-words.ts';
import { ChangeReport } from './change-report.tsx';
import { personName, titleOf } from './titled.ts';

interface Props {
  readonly listed: Listed;
  /** where it is kept */
  readonly shelf: Shelf;
  /** there are two places */
  readonly isMarked: boolean;
  readonly people: readonly string[];
  readonly isTold: boolean;
  readonly isChosen: boolean;
  /** null: there is nothing to compare it with */
  readonly onChoose: (() => void) | null;
  readonly onOpen: (listed: Listed) => void;
  readonly onChanged: () => Promise<void>;
  readonly onRemoved: () => Promise<void>;
}

export function ReportCard(props: Props) {
  const { listed, shelf, isMarked, people, isTold, isChosen, onChoose, onOpen, onChanged, onRemoved } = props;
  const text = useDashboardWords();
  const words = useWords();
  const language = useLanguage();
  const { place, report, digest } = listed;
  const title = titleOf(listed, words, text);
  const date = digest?.study.date;
  const named = date ? `${title}, ${dateInWords(date, language)}` : title;
  const step = digest?.nextSteps[0];
  return (
    <article class="card report-card" aria-label={named} {...(digest ? { 'data-tier': digest.tier } : {})}>
      <p class="study">
        <b>{title}</b>
        {digest && ` · ${date ? dateInWords(date, language) : text.report.noDate}`}
      </p>
      <h3>{digest ? <Held text={digest.headline} /> : isTold ? text.report.notTold : text.report.telling}</h3>
      {digest && (
        <p class="card-soon">
          <span class="dot" aria-hidden="true" />
          {words.result.tiers[digest.tier][1]}
        </p>
      )}
      {digest && (
        <p class="card-step">
          {step ? (
            <>
              <b>{step.due ? dueInWords(step.due, language, words.result.next) : text.report.next}</b>
              <span>
                <Held text={step.text} />
              </span>
            </>
          ) : (
            <span class="quiet">{text.report.noStep}</span>
          )}
        </p>
      )}
      {isMarked && (
        <p class="card-place">
          <Icon name={place === 'account' ? 'account' : 'device'} />
          {text.places[place]}
        </p>
      )}
      {(people.length > 1 || report.person !== '' || report.tags.length > 0) && (
        <ul class="card-tags">
          <li class="whose">{personName(report.person, text)}</li>
          {report.tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
      <div class="row">
        <button
          type="button"
          class="button"
          id={`open-${keyOf(listed)}`}
          aria-label={text.report.openThis(named)}
          onClick={() => onOpen(listed)}
        >
          {text.report.open}
        </button>
        {onChoose && (
          <label class="tick">
            <input type="checkbox" checked={isChosen} aria-label={text.report.compareThis(named)} onChange={onChoose} />
            {text.report.compare}
          </label>
        )}
      </div>
      <ChangeReport
        place={place}
        report={report}
        name={named}
        shelf={shelf}
        people={people}
        onChanged={onChanged}
        onRemoved={onRemoved}
      />
    </article>
  );
}
