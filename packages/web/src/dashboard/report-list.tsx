/** All kept reports: searched as one types, chosen by whose they are and by tag, and ticked to be compared. */
import { useMemo, useState } from 'preact/hooks';
import { type Asked, foundIn, keyOf, type Listed } from '../kept/search.ts';
import type { Place, Shelf } from '../kept/shelf.ts';
import { useDashboardWords } from '../words/dashboard/use-words.ts';
import { ReportCard } from './report-card.tsx';
import { personName } from './titled.ts';

interface Props {
  readonly list: readonly Listed[];
  readonly shelves: Readonly<Record<Place, Shelf>>;
  /** there are two places: each report says where it is */
  readonly isMarked: boolean;
  readonly isTold: boolean;
  readonly onOpen: (listed: Listed) => void;
  /** by their keys */
  readonly onCompare: (keys: readonly string[]) => void;
  readonly onChanged: () => Promise<void>;
  readonly onRemoved: (place: Place) => Promise<void>;
}

/** so many are drawn at once; more when they are asked for */
const SHOWN_AT_ONCE = 40;

export function ReportList({ list, shelves, isMarked, isTold, onOpen, onCompare, onChanged, onRemoved }: Props) {
  const text = useDashboardWords();
  const { search, comparing } = text;
  const [asked, setAsked] = useState<Asked>({ query: '', person: null, tag: null });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const people = [...new Set(list.map(({ report }) => report.person))].sort();
  const tags = [...new Set(list.flatMap(({ report }) => report.tags))].sort();
  const found = useMemo(() => foundIn(list, asked), [list, asked]);
  const keys = list.map(keyOf).filter((key) => chosen.has(key));
  const choose = (key: string): void => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  return (
    <section class="report-list-part" aria-labelledby="h-reports">
      <h2 id="h-reports">{search.heading}</h2>
      <search>
        <form class="dashboard-search" onSubmit={(event) => event.preventDefault()}>
          <div class="field">
            <label for="search">{search.label}</label>
            <p class="caption" id="search-hint">
              {search.hint}
            </p>
            <input
              id="search"
              type="search"
              autocomplete="off"
              spellcheck={false}
              aria-describedby="search-hint"
              value={asked.query}
              onInput={({ currentTarget }) => setAsked({ ...asked, query: currentTarget.value })}
            />
          </div>
          {people.length > 1 && (
            <Choice
              label={search.people}
              all={search.everyone}
              values={people}
              name={(person) => personName(person, text)}
              chosen={asked.person}
              onChoose={(person) => setAsked({ ...asked, person })}
            />
          )}
          {tags.length > 0 && (
            <Choice
              label={search.tags}
              all={search.allTags}
              values={tags}
              name={(tag) => tag}
              chosen={asked.tag}
              onChoose={(tag) => setAsked({ ...asked, tag })}
            />
          )}
        </form>
      </search>
      <p class="caption" role="status">
        {found.length === 0 ? search.none : search.count(found.length)}
      </p>
      <ul class="report-cards">
        {found.slice(0, shown).map((listed) => (
          <li key={keyOf(listed)}>
            <ReportCard
              listed={listed}
              shelf={shelves[listed.place]}
              isMarked={isMarked}
              people={people}
              isTold={isTold}
              isChosen={chosen.has(keyOf(listed))}
              onChoose={list.length > 1 ? () => choose(keyOf(listed)) : null}
              onOpen={onOpen}
              onChanged={onChanged}
              onRemoved={() => onRemoved(listed.place)}
            />
          </li>
        ))}
      </ul>
      {found.length > shown && (
        <button type="button" class="button" onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
          {search.more(Math.min(SHOWN_AT_ONCE, found.length - shown))}
        </button>
      )}
      {keys.length > 0 && (
        <div class="compare-bar" role="status">
          <p>
            <b>{comparing.chosen(keys.length)}</b>
            {keys.length === 1 && ` ${comparing.needTwo}`}
          </p>
          <div class="row">
            {keys.length > 1 && (
              <button type="button" class="button primary" onClick={() => onCompare(keys)}>
                {comparing.button}
              </button>
            )}
            <button type="button" class="button" onClick={() => setChosen(new Set())}>
              {comparing.clear}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly values: readonly string[];
  readonly name: (value: string) => string;
  readonly chosen: string | null;
  readonly onChoose: (value: string | null) => void;
}

/** Chips of which one may be chosen; they stay in the page, so they are buttons. */
function Choice({ label, all, values, name, chosen, onChoose }: ChoiceProps) {
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      <ul class="chips">
        {[null, ...values].map((value) => (
          <li key={value}>
            <button type="button" class="chip" aria-pressed={value === chosen} onClick={() => onChoose(value)}>
              {value === null ? all : name(value)}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
