/** What happened in an account, the newest first, on its owner's page. */
import { SAVED_EVENTS, SAVED_WORDS, type SavedWords } from '../words/saved.ts';
import { useLanguage } from '../words/use-words.ts';
import { DayAndTime } from './day-and-time.tsx';
import type { AccountEvent, TrailView } from './trail-view.ts';

export function TrailPart({ events, length, isWhole }: TrailView) {
  const { trail } = SAVED_WORDS[useLanguage()];
  return (
    <section class="account-part" aria-labelledby="account-trail">
      <h2 id="account-trail">{trail.heading}</h2>
      <p class="quiet">{trail.intro}</p>
      {!isWhole && <p class="contact-fault">{trail.torn}</p>}
      {events.length === 0 ? (
        <p>{trail.none}</p>
      ) : (
        <ol class="account-trail">
          {events.map((event) => (
            <Line key={event.number} event={event} />
          ))}
        </ol>
      )}
      {length > events.length && <p class="caption">{trail.newest(events.length, length)}</p>}
    </section>
  );
}

const whoIs = (who: string, { byItself, byKey, unknown }: SavedWords['trail']): string =>
  who === 'program' ? byItself : who === 'key' ? byKey : who || unknown;

function Line({ event: { at, who, what, count } }: { readonly event: AccountEvent }) {
  const { trail } = SAVED_WORDS[useLanguage()];
  const known = SAVED_EVENTS.find((one) => one === what);
  return (
    <li>
      <p>{known ? trail.events[known](count) : trail.other}</p>
      <p class="caption">
        <DayAndTime time={at} /> · {whoIs(who, trail)}
      </p>
    </li>
  );
}
