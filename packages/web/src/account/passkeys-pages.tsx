/** Pages of passkeys: those there are, the one that is being made, one that is to be removed, and the way in. Where the device is asked there is a script. */

import { hrefOf } from '../layout/href.ts';
import { SiteLink } from '../layout/site-link.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { ACCOUNT_WORDS } from '../words/account.ts';
import { PASSKEY_WORDS } from '../words/passkeys.ts';
import { SECOND_STEP_WORDS } from '../words/second-step.ts';
import { useLanguage } from '../words/use-words.ts';
import type { AccountForm, OwnAccount, PasskeyView } from './account-view.ts';
import { AskedDevice } from './asked-device.tsx';
import { MadeAndUsed } from './day-and-time.tsx';
import { CodeField, CurrentPasswordField, PasskeyNameField, StayField } from './fields.tsx';
import { AccountFrame, Sent } from './frame.tsx';
import { Whose } from './own-pages.tsx';

/** Of one account. */
export const MOST_PASSKEYS = 10;

const PATH = '/account/passkeys';

interface Props {
  readonly site: SiteView;
  readonly form: AccountForm;
  readonly account: OwnAccount;
}

export function PasskeysPage({ site, form, account }: Props) {
  const text = PASSKEY_WORDS[site.language];
  const { passkeys } = account;
  return (
    <AccountFrame site={site} path={PATH} title={text.title} form={form}>
      <div>
        {text.intro.map((sentences) => (
          <p key={sentences}>{sentences}</p>
        ))}
      </div>
      <section class="account-part" aria-labelledby="account-passkeys">
        <h2 id="account-passkeys">{text.own}</h2>
        {passkeys.length === 0 ? (
          <p>{text.none}</p>
        ) : (
          <ul class="account-devices">
            {passkeys.map((own) => (
              <OwnPasskey key={own.id} own={own} />
            ))}
          </ul>
        )}
      </section>
      <section class="account-part" aria-labelledby="account-new-passkey">
        <h2 id="account-new-passkey">{text.make.title}</h2>
        {passkeys.length >= MOST_PASSKEYS ? (
          <p>{text.full(MOST_PASSKEYS)}</p>
        ) : (
          <NewForm {...{ site, form, account }} />
        )}
      </section>
      <Back to="/account">{ACCOUNT_WORDS[site.language].back}</Back>
    </AccountFrame>
  );
}

/** Shown again to be sure who asks, before the device is asked. */
function NewForm({ site: { language }, form, account }: Props) {
  const { make } = PASSKEY_WORDS[language];
  return (
    <Sent to={`${PATH}/begin`}>
      <Whose email={account.email} />
      <PasskeyNameField form={form} />
      <CurrentPasswordField form={form} label={ACCOUNT_WORDS[language].currentPassword} />
      {account.secondStep && <CodeField form={form} label={SECOND_STEP_WORDS[language].anyCode} isAny />}
      <button type="submit" class="button big primary">
        {make.press}
      </button>
    </Sent>
  );
}

function OwnPasskey({ own: { id, name, madeOn, usedOn } }: { readonly own: PasskeyView }) {
  const language = useLanguage();
  const text = PASSKEY_WORDS[language];
  return (
    <li>
      <div>
        <p>
          <b id={`passkey-${id}`}>{name || text.title}</b>
        </p>
        <p class="caption">
          <MadeAndUsed text={text} madeOn={madeOn} usedOn={usedOn} />
        </p>
      </div>
      <a class="button" href={`${hrefOf(language, `${PATH}/remove`)}?passkey=${id}`} aria-describedby={`passkey-${id}`}>
        {text.remove}
      </a>
    </li>
  );
}

interface MakeProps {
  readonly site: SiteView;
  readonly name: string;
  /** what the browser is asked with, as JSON */
  readonly order: string;
}

/** The answer to a form, so that no address leads here. */
export function MakePasskeyPage({ site, name, order }: MakeProps) {
  const text = PASSKEY_WORDS[site.language];
  return (
    <AccountFrame site={site} path={PATH} languages={[]} title={text.confirm.title} script={site.assets.passkey}>
      <p>{text.confirm.text}</p>
      <AskedDevice to={PATH} press={text.confirm.press} known={text.confirm.known} order={order}>
        <input type="hidden" name="name" value={name} />
      </AskedDevice>
      <Back to={PATH}>{text.title}</Back>
    </AccountFrame>
  );
}

export function RemovePasskeyPage({ site, form, account, id }: Props & { readonly id: string }) {
  const { removal, title } = PASSKEY_WORDS[site.language];
  const name = account.passkeys.find((one) => one.id === id)?.name;
  return (
    <AccountFrame site={site} path={`${PATH}/remove`} languages={[]} title={removal.title} form={form}>
      <div>
        {name && (
          <p>
            <b>{name}</b>
          </p>
        )}
        {removal.text.map((sentences) => (
          <p key={sentences}>{sentences}</p>
        ))}
      </div>
      <Sent to={`${PATH}/remove`}>
        <Whose email={account.email} />
        <input type="hidden" name="passkey" value={id} />
        <CurrentPasswordField form={form} label={ACCOUNT_WORDS[site.language].currentPassword} />
        <button type="submit" class="button big account-danger">
          {removal.press}
        </button>
      </Sent>
      <Back to={PATH}>{title}</Back>
    </AccountFrame>
  );
}

export function PasskeySignInPage({ site, form }: Omit<Props, 'account'>) {
  const { signIn } = PASSKEY_WORDS[site.language];
  const path = '/account/sign-in/passkey';
  return (
    <AccountFrame site={site} path={path} title={signIn.title} form={form} script={site.assets.passkey}>
      <p>{signIn.text}</p>
      <AskedDevice to={path} press={signIn.press} asksAt={`${path}/begin`}>
        <StayField form={form} />
      </AskedDevice>
      <Back to="/account/sign-in">{signIn.password}</Back>
    </AccountFrame>
  );
}

function Back({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <p>
      <SiteLink to={to}>{children}</SiteLink>
    </p>
  );
}
