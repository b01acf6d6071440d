/** The first screen: one sentence, how soon, and the items in order; beside them where on the body, or the Impression as it was written. */

import type { UrgencyTier } from '@readingscan/engine';
import { useWords } from '../words/use-words.ts';
import { BodyMap } from './body-map.tsx';
import { Called } from './called.tsx';
import { dateInWords } from './dates.ts';
import { atColon, atFirstSentence } from './halves.ts';
import { Held } from './held.tsx';
import { Notices } from './notices.tsx';
import { ReportWords } from './report-words.tsx';
import { asksOf, ItemNumber, Track } from './track.tsx';
import type { View } from './view.ts';

const LONG = 110;

interface Props {
  readonly view: View;
  readonly note: string | null;
  readonly onCorrect: (() => void) | null;
}

export function Answer({ view, note, onCorrect }: Props) {
  const words = useWords();
  const { explanation } = view;
  const { headline, urgency } = explanation;
  const [say, then] = atFirstSentence(urgency.text);
  return (
    <section class="answer" aria-labelledby="headline">
      <div class="answer-main">
        <p class="study">
          <StudyLine view={view} note={note} />
        </p>
        <Headline text={headline.text} tier={urgency.tier} />
        <Called view={view} />
        <div class="soon" data-tier={urgency.tier}>
          <p class="soon-say">
            <Held text={say} />
          </p>
          {then && (
            <p class="soon-then">
              <Held text={then} />
            </p>
          )}
          <Track tier={urgency.tier} />
        </div>
        <Notices view={view} onCorrect={onCorrect} />
        <nav class="in-short" aria-labelledby="h-short">
          <h2 id="h-short">{words.result.contents}</h2>
          <ol>
            {explanation.items.map((item) => (
              <li key={item.impression} data-tier={item.urgency}>
                <a href={`#item-${item.impression}`}>
                  <ItemNumber rank={item.rank} tier={item.urgency} />
                  <span data-sentence={`short-${item.impression}`}>
                    <Held text={item.plain[0]?.text ?? item.original} />
                  </span>
                  <span class="quiet">{words.result.tiers[item.urgency][1]}</span>
                </a>
              </li>
            ))}
          </ol>
        </nav>
      </div>
      <div class="answer-side">
        <BodyMap view={view} />
        {view.hasWords && explanation.items.every(({ places }) => places.length === 0) && (
          <ImpressionSheet view={view} />
        )}
      </div>
    </section>
  );
}

/** Two weights: what is asked stands out; where nothing is, what it is about. */
function Headline({ text, tier }: { readonly text: string; readonly tier: UrgencyTier }) {
  const [first, second] = atColon(text);
  const kind = [text.length > LONG ? 'is-long' : '', second && !asksOf(tier) ? 'about' : ''].join(' ').trim();
  return (
    <h1 id="headline" tabIndex={-1} class={kind}>
      <Held text={first} />
      {second && (
        <span>
          <Held text={second} />
        </span>
      )}
    </h1>
  );
}

/** Wide screens only: each card carries the same words on a phone. */
function ImpressionSheet({ view }: { readonly view: View }) {
  const words = useWords();
  const { explanation } = view;
  return (
    <aside class="sheet paper" aria-label={words.result.asWritten}>
      <p class="sheet-title">{words.result.asWritten}</p>
      <ol>
        {explanation.items.map((item) => {
          const span = view.item(item.impression)?.span;
          if (!span) return null;
          const marks = (item.plain[0]?.basis ?? []).map((words) => ({ span: words, id: `short-${item.impression}` }));
          return (
            <li key={item.impression} class="report" lang="en">
              <ReportWords view={view} span={span} marks={marks} marked={explanation.headline.basis} />
            </li>
          );
        })}
      </ol>
      <p class="sheet-key">
        <span class="key" aria-hidden="true" /> {words.result.markedBy}
      </p>
    </aside>
  );
}

function StudyLine({ view, note }: { readonly view: View; readonly note: string | null }) {
  const words = useWords();
  const { study } = view.explanation.reading;
  const name = study.modality ? words.result.modalities[study.modality] : words.result.anyScan;
  return (
    <>
      <b>{name}</b>
      {study.date && ` · ${dateInWords(study.date, view.explanation.language)}`}
      {note && (
        <>
          <br />
          {note}
        </>
      )}
    </>
  );
}
