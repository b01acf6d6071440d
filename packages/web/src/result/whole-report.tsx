/** The whole report, section by section: as written on one side, in plain words on the other, tied by the marker. */

import type { ExplainedStatement, SectionCode } from '@readingscan/engine';
import { useWords } from '../words/use-words.ts';
import { Held } from './held.tsx';
import { Photographs } from './photograph.tsx';
import { ReportWords } from './report-words.tsx';
import type { View } from './view.ts';

interface Props {
  readonly view: View;
  readonly pictures: readonly string[];
}

export function WholeReport({ view, pictures }: Props) {
  const { whole } = useWords().result;
  return (
    <section class="whole" id="whole" aria-labelledby="h-whole">
      <div class="wrap">
        <h2 id="h-whole">{whole.heading}</h2>
        <p class="intro needs-script">{whole.hint}</p>
        <fieldset class="segmented">
          <legend class="hidden">{whole.show}</legend>
          <label>
            <input type="radio" name="show" value="both" defaultChecked /> {whole.both}
          </label>
          <label>
            <input type="radio" name="show" value="plain" /> {whole.onlyPlain}
          </label>
          <label>
            <input type="radio" name="show" value="original" /> {whole.onlyOriginal}
          </label>
        </fieldset>
        <Photographs view={view} pictures={pictures} />
        <div class="columns" aria-hidden="true">
          <span>{whole.original}</span>
          <span>{whole.plain}</span>
        </div>
        {view.explanation.sections.map(({ section, statements }) => (
          <div class="report-section" key={section}>
            <SectionTitle code={view.section(section)?.code ?? 'other'} />
            {statements.map((statement) => (
              <Pair key={statement.statement} view={view} explained={statement} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function SectionTitle({ code }: { readonly code: SectionCode }) {
  const words = useWords();
  const [name, meaning] = words.result.sections[code];
  return (
    <h3>
      {name} <span>· {meaning}</span>
    </h3>
  );
}

function Pair({ view, explained }: { readonly view: View; readonly explained: ExplainedStatement }) {
  const words = useWords();
  const statement = view.statement(explained.statement);
  if (!statement) return null;
  const { id } = statement;
  const marks = explained.plain.flatMap(({ basis }, index) => basis.map((span) => ({ span, id: `${id}-${index}` })));
  const isQuoted = (how?: string): boolean => (how ?? explained.how) === 'verbatim';
  return (
    <div class="pair" data-pair={id}>
      <div class="pair-words report" id={`words-${id}`} lang="en">
        <ReportWords view={view} span={statement.span} marks={marks} withTerms />
      </div>
      <div class="pair-plain" id={`plain-${id}`}>
        {explained.plain.map((sentence, index) => (
          <a
            key={sentence.text}
            href={`#words-${id}`}
            data-sentence={`${id}-${index}`}
            {...(isQuoted(sentence.how) ? { lang: 'en' } : {})}
          >
            <Held text={sentence.text} />
          </a>
        ))}
        {explained.plain.some(({ how }) => isQuoted(how)) && (
          <span class="as-written">{words.result.whole.asWritten}</span>
        )}
      </div>
    </div>
  );
}
