/** What all pages of an account share: the heading, what was done before, what is wrong, and the way a form is sent. */
import type { ComponentChildren } from 'preact';
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
  readonly children: ComponentChildren;
}

export function AccountFrame({ site, path, title, form, languages, children }: FrameProps) {
  const text = ACCOUNT_WORDS[site.language];
  const isWrong = form !== undefined && (form.notice !== null || Object.keys(form.faults).length > 0);
  const { titled } = wordsOf(site.language);
  return (
    <Page
      site={site}
      path={path}
      {...(languages ? { languages } : {})}
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

/** What is wrong, before the form: it takes the focus, and leads to each field. */
function Summary({ form: { faults, notice } }: { readonly form: AccountForm }) {
  const text = ACCOUNT_WORDS[useLanguage()];
  const wrong = ACCOUNT_FIELDS.flatMap((field) => {
    const fault = faults[field];
    return fault ? [{ field, said: text.faults[fault] }] : [];
  });
  if (wrong.length === 0 && notice === null) return null;
  return (
    <section class="contact-summary" aria-labelledby="account-wrong" tabIndex={-1} autofocus>
      <h2 id="account-wrong">{text.notDone}</h2>
      {notice !== null && <p>{text.notices[notice]}</p>}
      {wrong.length > 0 && (
        <ul>
          {wrong.map(({ field, said }) => (
            <li key={field}>
              <a href={`#${idOf(field)}`}>{said}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
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
