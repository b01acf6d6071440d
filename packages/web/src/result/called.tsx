/** The doctor was called: said plainly, with whom to call, before anything else. */
import { Icon } from '../layout/icon.tsx';
import { useWords } from '../words/use-words.ts';
import { atLastSentence } from './halves.ts';
import { ReportWords } from './report-words.tsx';
import type { View } from './view.ts';

export function Called({ view }: { readonly view: View }) {
  const { communications, reading } = view.explanation;
  const { called } = useWords().result;
  if (communications.length === 0) return null;
  const urgent = reading.communications.some((communication) => communication.urgent);
  return (
    <section class="called" data-urgent={urgent} aria-labelledby="h-called">
      <Icon name="phone" />
      <div>
        <h2 id="h-called">{urgent ? called.heading : called.heading2}</h2>
        {communications.map(({ communication, plain }) => {
          const span = reading.communications.find(({ id }) => id === communication)?.span;
          return (
            <div key={communication}>
              {plain.map((sentence) => (
                <Said key={sentence.text} text={sentence.text} />
              ))}
              {span && view.hasWords && (
                <p class="quote report" lang="en">
                  “<ReportWords view={view} span={span} />”
                </p>
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** What to do stands last, and stands out. */
function Said({ text }: { readonly text: string }) {
  const [told, last] = atLastSentence(text);
  return (
    <p>
      {told}
      {last && <b>{last}</b>}
    </p>
  );
}
