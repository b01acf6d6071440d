/** Pages for who is not signed in: make an account, sign in, ask for a new password, and what stands behind the links of the mails. */
import { hrefOf } from '../layout/href.ts';
import { SiteLink } from '../layout/site-link.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { ACCOUNT_WORDS } from '../words/account.ts';
import { PASSKEY_WORDS } from '../words/passkeys.ts';
import { SAVED_WORDS } from '../words/saved.ts';
import { useLanguage } from '../words/use-words.ts';
import type { AccountForm } from './account-view.ts';
import { CurrentPasswordField, EmailField, NewPasswordField, StayField } from './fields.tsx';
import { AccountFrame, Sent } from './frame.tsx';

interface FormProps {
  readonly site: SiteView;
  readonly form: AccountForm;
}

export function SignUpPage({ site, form }: FormProps) {
  const { signUp } = ACCOUNT_WORDS[site.language];
  return (
    <AccountFrame site={site} path="/account/sign-up" title={signUp.title} form={form}>
      <div>
        {(site.hasSaving ? [signUp.intro[0], SAVED_WORDS[site.language].signUp] : signUp.intro).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Sent to="/account/sign-up">
        <EmailField form={form} />
        <p class="caption">{signUp.kept}</p>
        <Press>{signUp.press}</Press>
      </Sent>
      <p>
        <SiteLink to="/account/sign-in">{signUp.have}</SiteLink>
      </p>
    </AccountFrame>
  );
}

export function SignInPage({ site, form }: FormProps) {
  const { signIn, password } = ACCOUNT_WORDS[site.language];
  return (
    <AccountFrame site={site} path="/account/sign-in" title={signIn.title} form={form}>
      <Sent to="/account/sign-in">
        <EmailField form={form} />
        <CurrentPasswordField form={form} label={password} />
        <StayField form={form} />
        <Press>{signIn.press}</Press>
      </Sent>
      {site.hasPasskeys && (
        <div class="contact-field account-google">
          <a class="button big" href={hrefOf(site.language, '/account/sign-in/passkey')}>
            {PASSKEY_WORDS[site.language].signIn.link}
          </a>
        </div>
      )}
      {site.hasGoogle && <GoogleWay />}
      <ul class="account-ways">
        <li>
          <SiteLink to="/account/forgot">{signIn.forgot}</SiteLink>
        </li>
        <li>
          <SiteLink to="/account/sign-up">{signIn.none}</SiteLink>
        </li>
      </ul>
    </AccountFrame>
  );
}

/** A link: it leaves the site, and says so before it does. */
function GoogleWay() {
  const { google, googleHint } = ACCOUNT_WORDS[useLanguage()].signIn;
  return (
    <div class="contact-field account-google">
      <a class="button big" href={hrefOf(useLanguage(), '/account/google')} aria-describedby="account-google-hint">
        {google}
      </a>
      <p class="caption" id="account-google-hint">
        {googleHint}
      </p>
    </div>
  );
}

export function ForgotPage({ site, form }: FormProps) {
  const { forgot } = ACCOUNT_WORDS[site.language];
  return (
    <AccountFrame site={site} path="/account/forgot" title={forgot.title} form={form}>
      <p>{forgot.intro}</p>
      <Sent to="/account/forgot">
        <EmailField form={form} />
        <Press>{forgot.press}</Press>
      </Sent>
    </AccountFrame>
  );
}

interface SentPageProps {
  readonly site: SiteView;
  readonly from: 'sign-up' | 'forgot';
}

/** The same whether there is an account with that address or not. */
export function MailSentPage({ site, from }: SentPageProps) {
  const { sent } = ACCOUNT_WORDS[site.language];
  return (
    <AccountFrame site={site} path={`/account/${from}`} title={sent.title}>
      <div>
        {sent.text.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <p>
        <SiteLink to={`/account/${from}`}>{sent.again}</SiteLink>
      </p>
    </AccountFrame>
  );
}

interface CodeProps extends FormProps {
  /** of the mail: comes back with the form */
  readonly code: string;
  /** whose account it is to be, where it is told */
  readonly email: string | null;
  readonly kind: 'join' | 'reset';
}

/** Behind the link of a mail: nothing is done until the button is pressed. */
export function NewPasswordPage({ site, form, code, email, kind }: CodeProps) {
  const words = ACCOUNT_WORDS[site.language][kind];
  const path = PATH[kind];
  return (
    <AccountFrame site={site} path={path} languages={[]} title={words.title} form={form}>
      <p>
        {words.intro} {kind === 'join' && email !== null && <b>{email}</b>}
      </p>
      <Sent to={path}>
        {/* tells a program that keeps passwords whose this one is */}
        <input type="text" name="username" value={email ?? ''} autoComplete="username" readOnly hidden />
        <input type="hidden" name="code" value={code} />
        <NewPasswordField form={form} />
        <Press>{words.press}</Press>
      </Sent>
    </AccountFrame>
  );
}

export function LinkGonePage({ site, kind }: { readonly site: SiteView; readonly kind: 'join' | 'reset' }) {
  const { gone, signIn } = ACCOUNT_WORDS[site.language];
  return (
    <AccountFrame site={site} path={PATH[kind]} title={gone.title}>
      <p>{gone.text}</p>
      <p class="row">
        <SiteLink to={kind === 'join' ? '/account/sign-up' : '/account/forgot'}>{gone[kind]}</SiteLink>
        <SiteLink to="/account/sign-in">{signIn.title}</SiteLink>
      </p>
    </AccountFrame>
  );
}

const PATH = { join: '/account/verify', reset: '/account/reset' } as const;

function Press({ children }: { readonly children: string }) {
  return (
    <button type="submit" class="button big primary">
      {children}
    </button>
  );
}
