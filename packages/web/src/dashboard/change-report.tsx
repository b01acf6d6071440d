/** Whose a report is, its tags, and its end: folded away in its card. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { faultOf, type KeptFault } from '../kept/failure.ts';
import { type KeptReport, personFrom, tagsFrom } from '../kept/report.ts';
import type { Place, Shelf } from '../kept/shelf.ts';
import { useDashboardWords } from '../words/dashboard/use-words.ts';

interface Props {
  readonly place: Place;
  readonly report: KeptReport;
  /** which scan, and when */
  readonly name: string;
  readonly shelf: Shelf;
  readonly people: readonly string[];
  readonly onChanged: () => Promise<void>;
  readonly onRemoved: () => Promise<void>;
}

export function ChangeReport({ place, report, name, shelf, people, onChanged, onRemoved }: Props) {
  const text = useDashboardWords();
  const own = text.report;
  const id = useId();
  const [person, setPerson] = useState(report.person);
  const [tags, setTags] = useState(report.tags.join(own.between));
  const [said, setSaid] = useState<'' | 'saved' | KeptFault>('');
  const [isSure, setSure] = useState(false);
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isSure) no.current?.focus();
  }, [isSure]);
  const attempt = async (doing: () => Promise<void>): Promise<void> => {
    try {
      await doing();
    } catch (error) {
      setSaid(faultOf(error));
    }
  };
  const save = (): Promise<void> =>
    attempt(async () => {
      await shelf.change({ ...report, person: personFrom(person), tags: tagsFrom(tags) });
      await onChanged();
      setSaid('saved');
    });
  const remove = (): Promise<void> =>
    attempt(async () => {
      await shelf.remove(report);
      await onRemoved();
    });
  return (
    <details class="more change-report">
      <summary aria-label={own.changeThis(name)}>{own.change}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="field">
          <label for={`${id}person`}>{own.person}</label>
          <p class="caption" id={`${id}person-hint`}>
            {own.personHint}
          </p>
          <input
            id={`${id}person`}
            type="text"
            list={`${id}people`}
            autocomplete="off"
            maxLength={80}
            aria-describedby={`${id}person-hint`}
            value={person}
            onInput={({ currentTarget }) => setPerson(currentTarget.value)}
          />
          <datalist id={`${id}people`}>
            {people.filter(Boolean).map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </div>
        <div class="field">
          <label for={`${id}tags`}>{own.tags}</label>
          <p class="caption" id={`${id}tags-hint`}>
            {own.tagsHint}
          </p>
          <input
            id={`${id}tags`}
            type="text"
            autocomplete="off"
            aria-describedby={`${id}tags-hint`}
            value={tags}
            onInput={({ currentTarget }) => setTags(currentTarget.value)}
          />
        </div>
        <div class="row">
          <button type="submit" class="button">
            {own.save}
          </button>
          {!isSure && (
            <button type="button" class="button" onClick={() => setSure(true)}>
              {own.remove}
            </button>
          )}
        </div>
      </form>
      {isSure && (
        <div class="asked-twice">
          <p>
            <b>{own.removeSure[place]}</b>
          </p>
          <div class="row">
            <button type="button" class="button" onClick={() => void remove()}>
              {own.removeYes}
            </button>
            <button type="button" class="button" ref={no} onClick={() => setSure(false)}>
              {own.removeNo}
            </button>
          </div>
        </div>
      )}
      <p class={said === 'saved' ? 'caption' : 'fault'} role="status">
        {said === '' ? '' : said === 'saved' ? own.saved : text.faults[said]}
      </p>
    </details>
  );
}
