/** For browsers without script: what the server read, with the same components, or why it could not. */
import type { Explanation } from '@readingscan/engine';
import { hrefOf } from '../layout/href.ts';
import { NOWHERE, Page } from '../layout/page.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { ServerForm } from '../reader/server-form.tsx';
import { Result } from '../result/result.tsx';
import { type Refusal, refusalIn } from '../words/errors.ts';
import { useWords } from '../words/use-words.ts';
import { wordsOf } from '../words/words-of.ts';

export function ServerResultPage({
  site,
  explanation,
}: {
  readonly site: SiteView;
  readonly explanation: Explanation;
}) {
  const words = wordsOf(site.language);
  return (
    <Page
      site={site}
      {...NOWHERE}
      title={words.titled(words.result.title)}
      description={explanation.disclaimer}
      style="result"
      quotes
    >
      <Result explanation={explanation} note={words.noScript.done} />
    </Page>
  );
}

interface ProblemProps {
  readonly site: SiteView;
  readonly error: Refusal;
  readonly text: string;
}

export function ServerProblemPage({ site, error, text }: ProblemProps) {
  const words = wordsOf(site.language);
  const { message, hint } = refusalIn(words, error);
  const reports = error.reports ?? [];
  return (
    <Page site={site} {...NOWHERE} title={words.titled(words.reader.notRead)} style="reader">
      <div class="wrap view problem">
        <h1>{message}</h1>
        <p class="lead">{reports.length > 0 ? words.noScript.whichAgain : hint}</p>
        <ServerForm text={text}>{reports.length > 0 && <ReportChoice reports={reports} />}</ServerForm>
        <p>
          <a href={hrefOf(site.language, '/')}>{words.pages.toReader}</a>
        </p>
      </div>
    </Page>
  );
}

/** Several reports in one file: one of them is asked for together with it. */
function ReportChoice({ reports }: { readonly reports: NonNullable<Refusal['reports']> }) {
  const { noScript, problem } = useWords();
  return (
    <fieldset class="report-choice">
      <legend>{noScript.which}</legend>
      {reports.map(({ number, title, date }, at) => (
        <label key={number}>
          <input type="radio" name="report" value={number} checked={at === 0} />
          <span>
            {title ?? `${problem.unnamed} ${number}`} {date && <span class="report-date">{date}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
