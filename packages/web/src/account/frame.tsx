/** What all pages of an account share: the heading, what was done before, what is wrong, and the way a form is sent. */
import type { ComponentChildren } from 'preact';
import { FaultSummary } from '../layout/fault-summary.tsx';
import { hrefOf } from '../layout/href.ts';
import { Page } from '../layout/page.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { ACCOUNT_WORDS } from '../words/account.ts';
import { useLanguage } from '../words/use-words.ts';
import { wordsOf } from '../words/words-of.ts';
import { ACCOUNT_FIELDS, type AccountField, type AccountForm } from './account-view.ts';

interface FrameProps {
  readonly site: SiteView;
  /** without the language */
  readonly path: string;
  readonly title: string;
  readonly form?: AccountForm;
  /** None where the page would be another without what its address carries; default: all. */
  readonly languages?: readonly [];
  /** of the few pages that need one */
  readonly script?: string;
  readonly children: ComponentChildren;
}

export function AccountFrame({ site, path, title, form, languages, script, children }: FrameProps) {
  const text = ACCOUNT_WORDS[site.language];
  const isWrong = form !== undefined && (form.notice !== null || Object.keys(form.faults).length > 0);
  const { titled } = wordsOf(site.language);
  return (
    <Page
      site={site}
      path={path}
      {...(languages ? { languages } : {})}
      {...(script === undefined ? {} : { script })}
      title={isWrong ? `${text.wrongTitle}: ${titled(title)}` : titled(title)}
      isHidden
    >
      <div class="wrap text-page contact account">
        <h1>{title}</h1>
        {form?.done && (
          <p class="account-done" role="status" tabIndex={-1} autofocus>
            {text.done[form.done]}
          </p>
        )}
        {form && <Summary form={form} />}
        {children}
      </div>
    </Page>
  );
}

function Summary({ form: { faults, notice } }: { readonly form: AccountForm }) {
  const text = ACCOUNT_WORDS[useLanguage()];
  const wrong = ACCOUNT_FIELDS.flatMap((field) => {
    const fault = faults[field];
    return fault ? [{ field: idOf(field), said: text.faults[fault] }] : [];
  });
  const said = notice === null ? null : text.notices[notice];
  return <FaultSummary id="account-wrong" heading={text.notDone} notice={said} faults={wrong} />;
}

export const idOf = (field: AccountField): string => `account-${field}`;

interface SentProps {
  /** without the language */
  readonly to: string;
  readonly children: ComponentChildren;
}

export function Sent({ to, children }: SentProps) {
  return (
    <form class="contact-form" action={hrefOf(useLanguage(), to)} method="post" noValidate>
      {children}
    </form>
  );
}
