/** Pages of keys for programs: those there are, a form for a new one, and the new one itself, once. */
import { SiteLink } from '../layout/site-link.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { ACCOUNT_WORDS } from '../words/account.ts';
import { KEY_WORDS, scopesOf } from '../words/keys.ts';
import { useLanguage } from '../words/use-words.ts';
import type { AccountForm, KeyView, OwnAccount } from './account-view.ts';
import { Day, MadeAndUsed } from './day-and-time.tsx';
import { CurrentPasswordField, KeyEndsField, KeyNameField, KeyScopesField } from './fields.tsx';
import { AccountFrame, Sent } from './frame.tsx';
import { Whose } from './own-pages.tsx';

/** Of one account. */
export const MOST_KEYS = 20;

interface KeysProps {
  readonly site: SiteView;
  readonly form: AccountForm;
  readonly account: OwnAccount;
  /** the first day that a key can end on: today */
  readonly today: string;
}

export function KeysPage({ site, form, account, today }: KeysProps) {
  const text = KEY_WORDS[site.language];
  const { keys } = account;
  return (
    <AccountFrame site={site} path="/account/keys" title={text.title} form={form}>
      <div>
        {text.intro.map((sentences) => (
          <p key={sentences}>{sentences}</p>
        ))}
      </div>
      <p>
        <SiteLink to="/api">{text.toApi}</SiteLink>
      </p>
      <section class="account-part" aria-labelledby="account-keys">
        <h2 id="account-keys">{text.own}</h2>
        {keys.length === 0 ? (
          <p>{text.none}</p>
        ) : (
          <>
            <p class="quiet">{text.revokeHint}</p>
            <ul class="account-devices">
              {keys.map((key) => (
                <OwnKey key={key.id} own={key} />
              ))}
            </ul>
          </>
        )}
      </section>
      <section class="account-part" aria-labelledby="account-new-key">
        <h2 id="account-new-key">{text.make.title}</h2>
        {keys.length >= MOST_KEYS ? <p>{text.full(MOST_KEYS)}</p> : <NewKeyForm {...{ site, form, account, today }} />}
      </section>
      <p>
        <SiteLink to="/account">{ACCOUNT_WORDS[site.language].back}</SiteLink>
      </p>
    </AccountFrame>
  );
}

function NewKeyForm({ site, form, account, today }: KeysProps) {
  const { make } = KEY_WORDS[site.language];
  return (
    <Sent to="/account/keys">
      <Whose email={account.email} />
      <KeyNameField form={form} />
      <KeyScopesField form={form} scopes={scopesOf(site.hasSaving ?? false)} />
      <KeyEndsField form={form} today={today} />
      <CurrentPasswordField form={form} label={ACCOUNT_WORDS[site.language].currentPassword} />
      <button type="submit" class="button big primary">
        {make.press}
      </button>
    </Sent>
  );
}

function OwnKey({ own }: { readonly own: KeyView }) {
  const text = KEY_WORDS[useLanguage()];
  const { id, name, prefix, scopes, madeOn, usedOn, endsOn, isOver } = own;
  return (
    <li>
      <div>
        <p>
          <b id={`key-${id}`}>{name}</b> <span class="account-prefix">{prefix}…</span>
        </p>
        <p class="caption">
          {text.allowed} {scopes.map((scope) => text.scopes[scope]).join(' · ')}
        </p>
        <p class="caption">
          <MadeAndUsed text={text} madeOn={madeOn} usedOn={usedOn} />
        </p>
        <p class="caption">{isOver ? text.ended : endsOn === null ? text.noEnd : <Until day={endsOn} />}</p>
      </div>
      <Sent to="/account/keys/end">
        <input type="hidden" name="key" value={id} />
        <button type="submit" class="button" aria-describedby={`key-${id}`}>
          {text.revoke}
        </button>
      </Sent>
    </li>
  );
}

function Until({ day }: { readonly day: string }) {
  return (
    <>
      {KEY_WORDS[useLanguage()].endsOn} <Day day={day} />
    </>
  );
}

interface NewKeyProps {
  readonly site: SiteView;
  /** the whole key */
  readonly written: string;
}

/** Shown once: the answer to a form, so that no address leads here. */
export function NewKeyPage({ site, written }: NewKeyProps) {
  const { made } = KEY_WORDS[site.language];
  return (
    <AccountFrame site={site} path="/account/keys" languages={[]} title={made.title}>
      <p class="account-done" role="status" tabIndex={-1} autofocus>
        {made.done}
      </p>
      <p>
        <b>{made.once}</b>
      </p>
      <p class="account-key" translate={false}>
        {written}
      </p>
      <p>{made.keep}</p>
      <p>{made.send}</p>
      <p class="account-key" translate={false}>
        Authorization: Bearer {written.slice(0, 9)}…
      </p>
      <p>
        <SiteLink to="/account/keys">{made.back}</SiteLink>
      </p>
    </AccountFrame>
  );
}
