/** A moment, or a day, on the page of an account. The server does not know the person's clock: it says which one it goes by. */
import { dayIn } from '../blog/day.ts';
import { LANGUAGE_TAG } from '../layout/href.ts';
import { useLanguage } from '../words/use-words.ts';

/** `time` in milliseconds since 1970. */
export function DayAndTime({ time }: { readonly time: number }) {
  return <time dateTime={new Date(time).toISOString()}>{dayAndTime(LANGUAGE_TAG[useLanguage()], time)}</time>;
}

/** A day alone, as in 2026-11-29. */
export function Day({ day }: { readonly day: string }) {
  return <time dateTime={day}>{dayIn(useLanguage(), day)}</time>;
}

const dayAndTime = (tag: string, time: number): string =>
  new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(time);

interface Used {
  readonly text: { readonly madeOn: string; readonly usedOn: string; readonly neverUsed: string };
  readonly madeOn: string;
  readonly usedOn: string | null;
}

/** Of what signs in: when it was made, and when it last did. */
export const MadeAndUsed = ({ text, madeOn, usedOn }: Used) => (
  <>
    {text.madeOn} <Day day={madeOn} /> ·{' '}
    {usedOn === null ? (
      text.neverUsed
    ) : (
      <>
        {text.usedOn} <Day day={usedOn} />
      </>
    )}
  </>
);
