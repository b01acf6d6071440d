/** Kept reports of one person, side by side: what they say together, and each lesion followed through them. */
import type { Compared as Answer, BrowserReader } from '@readingscan/reader/browser';
import { READ } from '@readingscan/reader/languages';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { keyOf, type Listed } from '../kept/search.ts';
import { dateInWords } from '../result/dates.ts';
import { Held } from '../result/held.tsx';
import { useDashboardWords } from '../words/dashboard/use-words.ts';
import { refusalIn } from '../words/errors.ts';
import { useLanguage, useWords } from '../words/use-words.ts';
import { type SeriesOf, seriesOf } from './series.ts';
import { SeriesChart } from './series-chart.tsx';
import { personName, titleOf } from './titled.ts';
import { toldOf } from './told.ts';

interface Props {
  readonly chosen: readonly Listed[];
  readonly reader: () => BrowserReader;
  readonly onBack: () => void;
}

type State =
  | { readonly kind: 'comparing' }
  | { readonly kind: 'stopped'; readonly why: string }
  | { readonly kind: 'compared'; readonly answer: Answer };

export function Compared({ chosen, reader, onBack }: Props) {
  const text = useDashboardWords();
  const words = useWords();
  const language = useLanguage();
  const { comparing } = text;
  const people = [...new Set(chosen.map(({ report }) => personName(report.person, text)))];
  const [state, setState] = useState<State>(
    people.length > 1
      ? { kind: 'stopped', why: comparing.people(people.join(text.report.between)) }
      : { kind: 'comparing' },
  );
  const heading = useRef<HTMLHeadingElement>(null);
  // the oldest first, also where a report gives no date
  const oldestFirst = [...chosen].reverse();
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    if (state.kind === 'stopped') return;
    let isLeft = false;
    const kept = oldestFirst.map(({ report: { source, warnings } }) => ({ source, warnings }));
    void reader()
      .compare(kept, language)
      .then((result) => {
        if (isLeft) return;
        if (result.ok) return setState({ kind: 'compared', answer: result.document });
        const { message, hint } = refusalIn(words, result.error);
        const isOther = result.error.reason === 'several-people';
        setState({ kind: 'stopped', why: isOther ? `${message}${words.gap}${hint}` : comparing.failed });
      });
    return () => {
      isLeft = true;
    };
  }, []);
  return (
    <div class="wrap dashboard">
      <p class="back">
        <button type="button" class="link-button" onClick={onBack}>
          <span aria-hidden="true">←</span> {text.opened.back}
        </button>
      </p>
      <header class="dashboard-head">
        <h1 tabIndex={-1} ref={heading}>
          {comparing.heading}
        </h1>
        <p class="lead quiet">{comparing.intro}</p>
      </header>
      <ol class="compared-reports">
        {oldestFirst.map((listed) => (
          <li key={keyOf(listed)}>
            <b>{titleOf(listed, words, text)}</b>{' '}
            <span class="quiet">
              {listed.digest?.study.date ? dateInWords(listed.digest.study.date, language) : text.report.noDate}
            </span>
          </li>
        ))}
      </ol>
      {state.kind === 'comparing' && (
        <p class="quiet" role="status">
          {words.working.heading}
        </p>
      )}
      {state.kind === 'stopped' && (
        <p class="fault" role="alert">
          {state.why}
        </p>
      )}
      {state.kind === 'compared' && <Told answer={state.answer} />}
    </div>
  );
}

function Told({ answer }: { readonly answer: Answer }) {
  const text = useDashboardWords();
  const language = useLanguage();
  const { comparing } = text;
  const all = seriesOf(answer, text, language);
  const sentences = language === READ ? answer.comparison.summary.map((one) => one.text) : toldOf(answer, all, text);
  return (
    <>
      <section class="card" aria-labelledby="h-short">
        <h2 id="h-short">{comparing.summary}</h2>
        {sentences.length === 0 ? (
          <p>{comparing.none}</p>
        ) : (
          <ul class="compared-told">
            {sentences.map((sentence) => (
              <li key={sentence}>
                <Held text={sentence} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {all.length > 0 && (
        <section aria-labelledby="h-series">
          <h2 id="h-series">{comparing.series}</h2>
          <div class="series-list">
            {all.map((series) => (
              <Series key={series.id} series={series} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function Series({ series }: { readonly series: SeriesOf }) {
  const { comparing } = useDashboardWords();
  return (
    <article class="card series" aria-labelledby={`h-${series.id}`}>
      <h3 id={`h-${series.id}`}>{series.name}</h3>
      <p>{series.change}</p>
      <SeriesChart series={series} />
      <table>
        <caption class="hidden">{series.name}</caption>
        <thead>
          <Row cells={[comparing.report, comparing.size]} isHead />
        </thead>
        <tbody>
          {series.points.map(({ id, date, written }) => (
            <Row key={id} cells={[date, <Held key="size" text={written} />]} />
          ))}
        </tbody>
      </table>
    </article>
  );
}

interface RowProps {
  readonly cells: readonly [ComponentChildren, ComponentChildren];
  readonly isHead?: boolean;
}

function Row({ cells: [first, second], isHead = false }: RowProps) {
  return (
    <tr>
      <th scope={isHead ? 'col' : 'row'}>{first}</th>
      {isHead ? <th scope="col">{second}</th> : <td>{second}</td>}
    </tr>
  );
}
