/** The doctor was called: said plainly, with whom to call, before anything else. */
import { Icon } from '../layout/icon.tsx';
import { words } from '../words/en.ts';
import { ReportWords } from './report-words.tsx';
import type { View } from './view.ts';

export function Called({ view }: { readonly view: View }) {
  const { communications, reading } = view.explanation;
  const { called } = words.result;
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
              {span && (
                <p class="quote report">
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
  const last = text.lastIndexOf('. ');
  if (last < 0) return <p>{text}</p>;
  return (
    <p>
      {text.slice(0, last + 1)} <b>{text.slice(last + 2)}</b>
    </p>
  );
}
