/** The glossary: a search, then all words by their first letter, or those of one part of the body or one exam. */
import type { GlossaryPage } from '@readingscan/knowledge';
import type { Language } from '@readingscan/reader/languages';
import { Chips } from '../layout/chips.tsx';
import { hrefOf } from '../layout/href.ts';
import { Page } from '../layout/page.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { useLanguage } from '../words/use-words.ts';
import { wordsOf } from '../words/words-of.ts';
import type { Findable } from './find.ts';
import { InReport } from './in-report.tsx';
import { Letters } from './letters.tsx';
import { GlossarySearch } from './search.tsx';

export interface GlossaryChoice {
  readonly part?: GlossaryPage['part'];
  readonly exam?: keyof GlossaryPage['seen'];
  readonly query?: string;
  readonly found?: readonly Findable[];
}

interface Props {
  readonly site: SiteView;
  readonly entries: readonly GlossaryPage[];
  readonly choice: GlossaryChoice;
  /** in which there is a glossary */
  readonly languages: readonly Language[];
}

/** Where the words of the search are, without the language. */
export const GLOSSARY_INDEX = '/glossary/words.json';

export function GlossaryIndexPage({ site, entries, choice, languages }: Props) {
  const words = wordsOf(site.language);
  const text = words.glossary;
  const { part, exam, query, found } = choice;
  const shown = entries.filter((entry) => (!part || entry.part === part) && (!exam || exam in entry.seen));
  const isChosen = part !== undefined || exam !== undefined;
  const chosen = part ? text.parts[part] : exam ? text.exams[exam] : null;
  const index = hrefOf(site.language, GLOSSARY_INDEX);
  const title = chosen ? `${chosen}: ${text.title}` : text.title;
  return (
    <Page
      site={site}
      path={pathOf(choice)}
      languages={languages}
      title={words.titled(title)}
      description={text.description}
      script={site.assets.glossary}
    >
      <div class="wrap glossary">
        <header class="glossary-head">
          <h1>{chosen ?? text.title}</h1>
          <p class="lead quiet">{chosen ? text.countOf(shown.length) : text.lead(entries.length)}</p>
        </header>
        <div id="glossary-search" data-language={site.language} data-index={index}>
          <GlossarySearch index={index} {...(query === undefined ? {} : { query, found: found ?? [] })} />
        </div>
        <div class="glossary-choices">
          <Choices label={text.byPart} field="part" names={text.parts} chosen={part} />
          <Choices label={text.byExam} field="exam" names={text.exams} chosen={exam} />
        </div>
        {isChosen ? <Answers entries={shown} /> : <Letters entries={shown} />}
        <p class="caption">{text.note}</p>
      </div>
    </Page>
  );
}

/** A search has no address of its own: what was typed is not to be found again. */
const pathOf = ({ part, exam }: GlossaryChoice): string =>
  part ? `/glossary?part=${part}` : exam ? `/glossary?exam=${exam}` : '/glossary';

interface ChoicesProps {
  readonly label: string;
  readonly field: string;
  readonly names: Readonly<Record<string, string>>;
  readonly chosen: string | undefined;
}

function Choices({ label, field, names, chosen }: ChoicesProps) {
  const language = useLanguage();
  return (
    <details class="more" open={chosen !== undefined}>
      <summary>{label}</summary>
      <nav aria-label={label}>
        <Chips
          chips={Object.entries(names).map(([key, name]) => ({
            name,
            href: hrefOf(language, key === chosen ? '/glossary' : `/glossary?${field}=${key}`),
            isChosen: key === chosen,
          }))}
        />
      </nav>
    </details>
  );
}

/** Few enough that each can say its answer. */
function Answers({ entries }: { readonly entries: readonly GlossaryPage[] }) {
  const language = useLanguage();
  return (
    <dl class="glossary-answers">
      {entries.map(({ id, name, written, answer }) => (
        <div key={id}>
          <dt>
            <a href={hrefOf(language, `/glossary/${id}`)}>{name}</a> <InReport word={written} />
          </dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
