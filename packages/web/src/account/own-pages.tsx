/** Pages for who is signed in: the account with its devices, a change of password, the end of the account. */
import { SiteLink } from '../layout/site-link.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { ACCOUNT_WORDS } from '../words/account.ts';
import { CREDIT_WORDS } from '../words/credits.ts';
import { KEY_WORDS } from '../words/keys.ts';
import { PASSKEY_WORDS } from '../words/passkeys.ts';
import { SAVED_WORDS } from '../words/saved.ts';
import { SECOND_STEP_WORDS } from '../words/second-step.ts';
import { useLanguage } from '../words/use-words.ts';
import type { AccountForm, OwnAccount, SignedInDevice } from './account-view.ts';
import { CREDITS_PATH } from './credits-page.tsx';
import { DayAndTime } from './day-and-time.tsx';
import { CurrentPasswordField, NewPasswordField } from './fields.tsx';
import { AccountFrame, Sent } from './frame.tsx';
import { SavedPart } from './saved-part.tsx';
import { TrailPart } from './trail-part.tsx';

interface OwnProps {
  readonly site: SiteView;
  readonly form: AccountForm;
  readonly account: OwnAccount;
}

export function OwnAccountPage({ site, form, account }: OwnProps) {
  const { own } = ACCOUNT_WORDS[site.language];
  const { link } = SECOND_STEP_WORDS[site.language];
  return (
    <AccountFrame site={site} path="/account" title={own.title} form={form}>
      <div>
        <p>
          {own.signedInAs} <b>{account.email}</b>
        </p>
        <p class="quiet">{account.saved ? SAVED_WORDS[site.language].holds : own.holds}</p>
      </div>
      <div class="row">
        <SiteLink to="/">{own.toReader}</SiteLink>
        <Sent to="/account/sign-out">
          <button type="submit" class="button">
            {own.signOut}
          </button>
        </Sent>
      </div>
      {account.saved && <SavedPart saved={account.saved} />}
      {account.trail && <TrailPart {...account.trail} />}
      <section class="account-part" aria-labelledby="account-devices">
        <h2 id="account-devices">{own.devices}</h2>
        <p class="quiet">{own.devicesIntro}</p>
        <ul class="account-devices">
          {account.devices.map((device) => (
            <Device key={device.id} device={device} />
          ))}
        </ul>
        <Sent to="/account/sign-out-everywhere">
          <button type="submit" class="button">
            {own.endAll}
          </button>
        </Sent>
      </section>
      <ul class="account-ways">
        <li>
          <SiteLink to="/account/password">{own.changePassword}</SiteLink>
        </li>
        <li>
          <SiteLink to="/account/second-step">{account.secondStep ? link.on : link.off}</SiteLink>
        </li>
        {site.hasPasskeys && (
          <li>
            <SiteLink to="/account/passkeys">{PASSKEY_WORDS[site.language].link(account.passkeys.length)}</SiteLink>
          </li>
        )}
        <li>
          <SiteLink to="/account/keys">{KEY_WORDS[site.language].link(account.keys.length)}</SiteLink>
        </li>
        {site.hasPayments && (
          <li>
            <SiteLink to={CREDITS_PATH}>{CREDIT_WORDS[site.language].link}</SiteLink>
          </li>
        )}
        <li>
          <SiteLink to="/account/delete">{own.remove}</SiteLink>
        </li>
      </ul>
    </AccountFrame>
  );
}

function Device({ device: { id, device, since, isThis } }: { readonly device: SignedInDevice }) {
  const { own } = ACCOUNT_WORDS[useLanguage()];
  const name = device || own.unknownDevice;
  return (
    <li>
      <div>
        <p>
          <b id={`device-${id}`}>{name}</b>
          {isThis && <span class="account-this">{own.thisDevice}</span>}
        </p>
        <p class="caption">
          {own.since} <DayAndTime time={since} />
        </p>
      </div>
      {!isThis && (
        <Sent to="/account/end-session">
          <input type="hidden" name="session" value={id} />
          <button type="submit" class="button" aria-describedby={`device-${id}`}>
            {own.end}
          </button>
        </Sent>
      )}
    </li>
  );
}

export function ChangePasswordPage({ site, form, account }: OwnProps) {
  const { change, currentPassword, back } = ACCOUNT_WORDS[site.language];
  return (
    <AccountFrame site={site} path="/account/password" title={change.title} form={form}>
      <p>{change.intro}</p>
      <Sent to="/account/password">
        <Whose email={account.email} />
        <CurrentPasswordField form={form} label={currentPassword} />
        <NewPasswordField form={form} />
        <button type="submit" class="button big primary">
          {change.press}
        </button>
      </Sent>
      <p>
        <SiteLink to="/account">{back}</SiteLink>
      </p>
    </AccountFrame>
  );
}

export function DeleteAccountPage({ site, form, account }: OwnProps) {
  const { remove, password, back } = ACCOUNT_WORDS[site.language];
  return (
    <AccountFrame site={site} path="/account/delete" title={remove.title} form={form}>
      <div>
        {site.hasSaving && <p>{SAVED_WORDS[site.language].goesToo}</p>}
        {account.keys.length > 0 && <p>{KEY_WORDS[site.language].goToo}</p>}
        {site.hasPayments && CREDIT_WORDS[site.language].goToo.map((sentence) => <p key={sentence}>{sentence}</p>)}
        {remove.intro.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Sent to="/account/delete">
        <Whose email={account.email} />
        <CurrentPasswordField form={form} label={password} />
        <button type="submit" class="button big account-danger">
          {remove.press}
        </button>
      </Sent>
      <p>
        <SiteLink to="/account">{back}</SiteLink>
      </p>
    </AccountFrame>
  );
}

/** Tells a program that keeps passwords whose this one is. */
export function Whose({ email }: { readonly email: string }) {
  return <input type="text" name="username" value={email} autoComplete="username" readOnly hidden />;
}
