/** What happened to somebody's credits, a page at a time: each line says where they came from or went. */
import { hrefOf } from '../layout/href.ts';
import { CREDIT_WORDS, type CreditWords } from '../words/credits.ts';
import { useLanguage } from '../words/use-words.ts';
import { change, figure, monthIn } from './credit-figures.ts';
import { CREDIT_UNITS, type CreditEvent, type CreditHistory } from './credits-view.ts';
import { DayAndTime } from './day-and-time.tsx';

interface Props {
  readonly history: CreditHistory;
  /** without the language */
  readonly path: string;
}

const PAGE = 50;

export function CreditHistoryPart({ history: { events, length, after }, path }: Props) {
  const language = useLanguage();
  const { history } = CREDIT_WORDS[language];
  const at = (from: number): string => `${hrefOf(language, path)}?after=${from}#credits-history`;
  return (
    <section class="account-part" aria-labelledby="credits-history">
      <h2 id="credits-history">{history.heading}</h2>
      <p class="quiet">{history.intro}</p>
      {events.length === 0 ? (
        <p>{history.none}</p>
      ) : (
        <>
          <ol class="account-trail credits-trail">
            {events.map((event) => (
              <Line key={event.reference} event={event} />
            ))}
          </ol>
          <p class="caption">
            {history.shown(
              figure(language, after + 1),
              figure(language, after + events.length),
              figure(language, length),
            )}
          </p>
          <div class="row">
            {after > 0 && <a href={at(Math.max(0, after - PAGE))}>{history.newer}</a>}
            {after + events.length < length && <a href={at(after + PAGE)}>{history.older}</a>}
          </div>
        </>
      )}
      <p>
        <a href={`${hrefOf(language, path)}/history.csv`}>{history.csv}</a>
      </p>
    </section>
  );
}

function Line({ event }: { readonly event: CreditEvent }) {
  const language = useLanguage();
  const { history } = CREDIT_WORDS[language];
  const { at, credits, held, kind, reference } = event;
  return (
    <li>
      <p class="credits-line">
        <span>{saidOf(event, history, (month) => monthIn(language, month))}</span>
        <b>{kind === 'settled' ? history.fromHeld(figure(language, -held)) : change(language, credits)}</b>
      </p>
      <p class="caption">
        <DayAndTime time={at} /> · {history.reference} <span class="credits-reference">{shortOf(reference)}</span>
      </p>
    </li>
  );
}

function saidOf(event: CreditEvent, text: CreditWords['history'], month: (written: string) => string): string {
  const { kind, of, count, lost } = event;
  if (kind === 'spent') {
    const unit = CREDIT_UNITS.find((one) => one === of);
    return unit ? text.spent[unit](count) : text.other;
  }
  if (kind === 'held') return text.setAside[of === 'report' ? 'report' : 'file'](count);
  if (kind === 'settled') return text.used[of === 'report' ? 'report' : 'file'](count);
  const said = Object.entries(text.kinds).find(([name]) => name === kind)?.[1];
  return said ? said({ count, lost, month: /^\d{4}-\d{2}$/.test(of) ? month(of) : '' }) : text.other;
}

/** Enough to ask after it; the table has all of it. */
const shortOf = (reference: string): string => {
  const [, name = reference, ...rest] = reference.split(':');
  return [name.slice(-8), ...rest].join(' ');
};
