/** After the password: the code of the app, or a backup code, and what is left to who has neither. */
import { SiteLink } from '../layout/site-link.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { SECOND_STEP_WORDS } from '../words/second-step.ts';
import type { AccountForm } from './account-view.ts';
import { BackupCodeField, CodeField } from './fields.tsx';
import { AccountFrame, Sent } from './frame.tsx';

const PATH = '/account/sign-in/code';

export function CodeOwedPage({ site, form }: { readonly site: SiteView; readonly form: AccountForm }) {
  const { owed, code, backupCode } = SECOND_STEP_WORDS[site.language];
  const isOpen = form.faults.backup !== undefined || form.notice === 'codesWait';
  return (
    <AccountFrame site={site} path={PATH} title={owed.title} form={form}>
      <p>{owed.intro}</p>
      <Sent to={PATH}>
        <CodeField form={form} label={code} />
        <button type="submit" class="button big primary">
          {owed.press}
        </button>
      </Sent>
      <details class="account-part" open={isOpen}>
        <summary>{owed.noPhone}</summary>
        <div class="account-else">
          <p>{owed.backup}</p>
          <Sent to={PATH}>
            <BackupCodeField form={form} label={backupCode} />
            <button type="submit" class="button big">
              {owed.backupPress}
            </button>
          </Sent>
          <p class="quiet">{owed.neither}</p>
          <p>
            <SiteLink to="/contact">{owed.write}</SiteLink>
          </p>
        </div>
      </details>
      <p>
        <SiteLink to="/account/sign-in">{owed.again}</SiteLink>
      </p>
    </AccountFrame>
  );
}
