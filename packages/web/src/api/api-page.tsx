/** The page for who writes programs: what there is, how it is asked, and a form to try it. */
import { LANGUAGES } from '@readingscan/reader/languages';
import { LANGUAGE_TAG } from '../layout/href.ts';
import { Page } from '../layout/page.tsx';
import { SiteLink } from '../layout/site-link.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { SAMPLE_REPORT } from '../sample.ts';
import { API_WORDS, type ApiWords } from '../words/api.ts';
import { LANGUAGE_NAMES } from '../words/languages.ts';
import { wordsOf } from '../words/words-of.ts';
import { answerExample, fileExample, textExample } from './examples.ts';
import { API, API_JOB_NAMES, API_JOBS, FHIR_EXPLAIN } from './jobs.ts';

interface Props {
  readonly site: SiteView;
  /** programs are asked for a key here */
  readonly needsKey: boolean;
}

export function ApiPage({ site, needsKey }: Props) {
  const { language, hasAccounts = false, hasSaving = false } = site;
  const text = API_WORDS[language];
  const { origin } = site;
  return (
    <Page
      site={site}
      path="/api"
      title={wordsOf(language).titled(text.title)}
      description={text.description}
      script={site.assets.api}
    >
      <div class="wrap text-page api-page">
        <header>
          <h1>{text.title}</h1>
          <p class="lead quiet">{text.lead}</p>
        </header>
        <section aria-labelledby="api-jobs">
          <h2 id="api-jobs">{text.jobs.heading}</h2>
          <p>{text.jobs.intro}</p>
          <Jobs text={text} hasKeys={hasAccounts} hasSaving={hasSaving} />
        </section>
        <section aria-labelledby="api-examples">
          <h2 id="api-examples">{text.examples.heading}</h2>
          <p>{text.examples.text}</p>
          <Code>{textExample(origin ?? '', needsKey)}</Code>
          <p>{text.examples.file}</p>
          <Code>{fileExample(origin ?? '', needsKey, language === 'en' ? 'es' : language)}</Code>
          <p>{text.examples.answer}</p>
          <Code>{answerExample}</Code>
        </section>
        <section aria-labelledby="api-keys">
          <h2 id="api-keys">{text.keys.heading}</h2>
          <p>{!hasAccounts ? text.keys.none : needsKey ? text.keys.needed : text.keys.open}</p>
          {hasAccounts && (
            <>
              <p>{text.keys.send}</p>
              <Code>Authorization: Bearer rs_…</Code>
              <p class="api-way">
                <SiteLink to="/account/keys">{text.keys.make}</SiteLink>
              </p>
            </>
          )}
        </section>
        <section aria-labelledby="api-errors">
          <h2 id="api-errors">{text.errors.heading}</h2>
          <p>{text.errors.intro}</p>
          <dl class="api-statuses">
            {Object.entries(text.errors.statuses)
              .filter(([status]) => (hasAccounts || !OF_KEYS.has(status)) && (hasSaving || status !== OF_SAVING))
              .map(([status, said]) => (
                <div key={status}>
                  <dt>{status}</dt>
                  <dd>{said}</dd>
                </div>
              ))}
          </dl>
        </section>
        <section aria-labelledby="api-kept">
          <h2 id="api-kept">{text.kept.heading}</h2>
          <p>{text.kept.text}</p>
          {hasSaving && <p>{text.kept.saved}</p>}
          {hasSaving && <p>{text.kept.many}</p>}
        </section>
        <section aria-labelledby="api-whole">
          <h2 id="api-whole">{text.whole.heading}</h2>
          <p>
            {text.whole.text} <a href={`${API}/openapi.json`}>{text.whole.link}</a>
          </p>
        </section>
        <section aria-labelledby="api-try">
          <h2 id="api-try">{text.attempt.heading}</h2>
          <Attempt site={site} text={text} />
        </section>
      </div>
    </Page>
  );
}

interface JobsProps {
  readonly text: ApiWords;
  readonly hasKeys: boolean;
  readonly hasSaving: boolean;
}

/** Told by a server where nobody can have a key: nothing. */
const OF_KEYS: ReadonlySet<string> = new Set(['401', '403']);
const OF_SAVING = '409';
/** By what is to be done. */
const OF_JOBS = 'explain, read, deidentify';

function Jobs({ text, hasKeys, hasSaving }: JobsProps) {
  return (
    <ul class="api-jobs">
      {API_JOB_NAMES.map((job) => (
        <Job
          key={job}
          address={`${API}/${job}`}
          said={text.jobs.of[job]}
          scope={hasKeys ? API_JOBS[job] : null}
          text={text}
        />
      ))}
      {hasSaving && <Job address={`${API}/reports`} said={text.jobs.save} scope="save" text={text} />}
      {hasSaving && <Job address={`${API}/jobs`} said={text.jobs.many} scope={OF_JOBS} text={text} />}
      <Job address={FHIR_EXPLAIN} said={text.jobs.fhir} scope={hasKeys ? API_JOBS.explain : null} text={text} />
    </ul>
  );
}

interface JobProps {
  readonly address: string;
  readonly said: string;
  /** what a key needs for it; null where nobody can have one */
  readonly scope: string | null;
  readonly text: ApiWords;
}

function Job({ address, said, scope, text }: JobProps) {
  return (
    <li>
      <p class="api-address" translate={false}>
        <span>POST</span> {address}
      </p>
      <p>{said}</p>
      {scope !== null && (
        <p class="caption">
          {text.jobs.scope}: <span translate={false}>{scope}</span>
        </p>
      )}
    </li>
  );
}

/** It scrolls sideways: the keyboard has to reach it. */
function Code({ children }: { readonly children: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reached by the keyboard
    <pre class="api-code" translate={false} tabIndex={0}>
      {children}
    </pre>
  );
}

/** Hidden until its script has come. */
function Attempt({ site, text: { attempt } }: { readonly site: SiteView; readonly text: ApiWords }) {
  const { language, hasAccounts = false } = site;
  return (
    <>
      <noscript>
        <p>{attempt.noScript}</p>
      </noscript>
      <form id="api-form" class="contact-form" hidden>
        <p class="quiet">{attempt.sends}</p>
        <div class="contact-field">
          <label for="api-job">{attempt.job}</label>
          <select id="api-job" name="job">
            {API_JOB_NAMES.map((job) => (
              <option key={job}>{job}</option>
            ))}
          </select>
        </div>
        <div class="contact-field">
          <label for="api-text">{attempt.text}</label>
          <textarea id="api-text" name="text" rows={12} lang="en" spellcheck={false}>
            {SAMPLE_REPORT}
          </textarea>
        </div>
        <div class="contact-field" id="api-newer-field" hidden>
          <label for="api-newer">{attempt.newer}</label>
          <textarea id="api-newer" name="newer" rows={8} lang="en" spellcheck={false}>
            {NEWER}
          </textarea>
        </div>
        <div class="contact-field">
          <label for="api-language">{attempt.language}</label>
          <select id="api-language" name="language">
            {LANGUAGES.map((one) => (
              <option key={one} value={one} selected={one === language} lang={LANGUAGE_TAG[one]}>
                {LANGUAGE_NAMES[one]}
              </option>
            ))}
          </select>
        </div>
        {hasAccounts && (
          <div class="contact-field">
            <label for="api-key">{attempt.key}</label>
            <p class="caption" id="api-key-hint">
              {attempt.keyHint}
            </p>
            <input
              type="text"
              id="api-key"
              name="key"
              autoComplete="off"
              autoCapitalize="none"
              spellcheck={false}
              aria-describedby="api-key-hint"
            />
          </div>
        )}
        <button type="submit" class="button big primary">
          {attempt.press}
        </button>
      </form>
      <p
        id="api-status"
        role="status"
        data-working={attempt.working}
        data-failed={attempt.failed}
        data-answered={attempt.answered}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reached by the keyboard */}
      <pre id="api-answer" class="api-code" translate={false} tabIndex={0} hidden />
    </>
  );
}

/** What a later scan could say of the sample. */
const NEWER = SAMPLE_REPORT.replace('14 September 2026', '20 March 2027')
  .replace(
    'Adrenal glands: 14 mm nodule in the left adrenal gland, previously 11 mm.',
    'Adrenal glands: 15 mm nodule in the left adrenal gland.',
  )
  .replace('has increased from 11 mm to 14 mm. Recommend adrenal CT in 6 months.', 'now measures 15 mm.');
