/** Saved reports on the page of an account: how many, how long they stay, and all of them as a file. */
import { megabytes, wholeMegabytes } from '../kept/megabytes.ts';
import { SiteLink } from '../layout/site-link.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { ACCOUNT_WORDS } from '../words/account.ts';
import { SAVED_WORDS } from '../words/saved.ts';
import { useLanguage } from '../words/use-words.ts';
import type { AccountForm } from './account-view.ts';
import { AccountFrame, Sent } from './frame.tsx';
import { KEEP_YEARS, type KeepYears, type SavedView } from './saved-view.ts';

interface Props {
  readonly saved: SavedView;
}

export function SavedPart({ saved }: Props) {
  const { reports, bytes, mostReports, mostBytes } = saved;
  const text = SAVED_WORDS[useLanguage()];
  return (
    <section class="account-part" aria-labelledby="account-saved">
      <h2 id="account-saved">{text.heading}</h2>
      <div>
        <p>{reports === 0 ? text.none : text.size(reports, megabytes(bytes))}</p>
        <p class="quiet">
          {text.how} {text.room(mostReports, wholeMegabytes(mostBytes))}
        </p>
      </div>
      <ul class="account-ways">
        <li>
          <SiteLink to="/dashboard">{text.toReports}</SiteLink>
        </li>
        {reports > 0 && (
          <>
            <li>
              <a href="/api/account/reports/archive" download>
                {text.takeOut}
              </a>
            </li>
            <li>
              <SiteLink to="/account/delete-reports">{text.removal.title}</SiteLink>
            </li>
          </>
        )}
      </ul>
      <KeepFor chosen={saved.keepYears} />
    </section>
  );
}

function KeepFor({ chosen }: { readonly chosen: KeepYears }) {
  const { keep } = SAVED_WORDS[useLanguage()];
  return (
    <Sent to="/account/keep-for">
      <fieldset class="account-keep" aria-describedby="account-keep-hint">
        <legend>{keep.legend}</legend>
        <p class="caption" id="account-keep-hint">
          {keep.hint}
        </p>
        {KEEP_YEARS.map((years) => (
          <label key={years} class="contact-choice">
            <input type="radio" name="years" value={years ?? 'never'} checked={years === chosen} />
            {years === null ? keep.never : keep.years(years)}
          </label>
        ))}
      </fieldset>
      <button type="submit" class="button">
        {keep.press}
      </button>
    </Sent>
  );
}

interface RemovalProps {
  readonly site: SiteView;
  readonly form: AccountForm;
}

/** Asked once more before all of them go. */
export function RemoveReportsPage({ site, form }: RemovalProps) {
  const { removal } = SAVED_WORDS[site.language];
  return (
    <AccountFrame site={site} path="/account/delete-reports" title={removal.title} form={form}>
      <div>
        {removal.intro.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Sent to="/account/delete-reports">
        <button type="submit" class="button big account-danger">
          {removal.press}
        </button>
      </Sent>
      <p>
        <SiteLink to="/account">{ACCOUNT_WORDS[site.language].back}</SiteLink>
      </p>
    </AccountFrame>
  );
}
