/** Pages of the second step for who is signed in: what it is, connecting an app, the backup codes, and its end. */
import type { ComponentChildren } from 'preact';
import { SiteLink } from '../layout/site-link.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { ACCOUNT_WORDS } from '../words/account.ts';
import { SECOND_STEP_WORDS } from '../words/second-step.ts';
import type { AccountForm, OwnAccount, StepKey, StepState } from './account-view.ts';
import { DayAndTime } from './day-and-time.tsx';
import { CodeField, CurrentPasswordField } from './fields.tsx';
import { AccountFrame, Sent } from './frame.tsx';
import { Whose } from './own-pages.tsx';
import { QrPicture } from './qr-picture.tsx';

interface StepProps {
  readonly site: SiteView;
  readonly form: AccountForm;
  readonly account: OwnAccount;
}

/** On: since when, and what can be done. Off: what it is, and the way in. */
export function SecondStepPage({ site, form, account }: StepProps) {
  const { title } = SECOND_STEP_WORDS[site.language];
  return (
    <AccountFrame site={site} path="/account/second-step" title={title} form={form}>
      {account.secondStep ? <IsOn site={site} state={account.secondStep} /> : <IsOff {...{ site, form, account }} />}
      <Back site={site} />
    </AccountFrame>
  );
}

function IsOff({ site, form, account }: StepProps) {
  const { intro, begin } = SECOND_STEP_WORDS[site.language];
  return (
    <>
      <div>
        {intro.map((sentences) => (
          <p key={sentences}>{sentences}</p>
        ))}
      </div>
      <Sent to="/account/second-step/begin">
        <Whose email={account.email} />
        <CurrentPasswordField form={form} label={ACCOUNT_WORDS[site.language].currentPassword} />
        <button type="submit" class="button big primary">
          {begin}
        </button>
      </Sent>
    </>
  );
}

/** So few that new ones are due. */
const FEW = 3;

function IsOn({
  site: { language },
  state: { since, codesLeft },
}: {
  readonly site: SiteView;
  readonly state: StepState;
}) {
  const text = SECOND_STEP_WORDS[language];
  return (
    <>
      <div>
        <p>
          {text.onSince} <DayAndTime time={since} />
        </p>
        <p>
          {text.codesLeft(codesLeft)} {codesLeft <= FEW && <b>{text.fewLeft}</b>}
        </p>
        <p class="quiet">{text.newPhone}</p>
      </div>
      <ul class="account-ways">
        <li>
          <SiteLink to="/account/second-step/codes">{text.toCodes}</SiteLink>
        </li>
        <li>
          <SiteLink to="/account/second-step/off">{text.toOff}</SiteLink>
        </li>
      </ul>
    </>
  );
}

/** The key in three ways: a picture for another device's phone, a link for this one, and letters to type. */
export function ConnectAppPage({ site, form, stepKey }: Omit<StepProps, 'account'> & { readonly stepKey: StepKey }) {
  const { connect, code } = SECOND_STEP_WORDS[site.language];
  return (
    <AccountFrame site={site} path="/account/second-step/confirm" title={connect.title} form={form}>
      <ol class="account-steps">
        <li>{connect.add}</li>
        <li>
          <p>{connect.scan}</p>
          <QrPicture text={stepKey.address} name={connect.picture} />
          <p>
            <a href={stepKey.address}>{connect.open}</a>
          </p>
          <p>{connect.type}</p>
          <p class="account-key" translate={false}>
            {inFours(stepKey.written)}
          </p>
          <p class="caption">{connect.kind}</p>
        </li>
        <li>
          <p>{connect.write}</p>
          <Sent to="/account/second-step/confirm">
            <CodeField form={form} label={code} />
            <button type="submit" class="button big primary">
              {connect.press}
            </button>
          </Sent>
        </li>
      </ol>
      <p class="caption">{connect.good}</p>
      <Back site={site} />
    </AccountFrame>
  );
}

/** As people read out numbers: spaces belong to it, and apps take them. */
const inFours = (key: string): string => key.replace(/(.{4})(?=.)/g, '$1 ');

export function KeyGonePage({ site }: { readonly site: SiteView }) {
  const { title, connect } = SECOND_STEP_WORDS[site.language];
  return (
    <AccountFrame site={site} path="/account/second-step/confirm" title={title}>
      <p>{connect.gone}</p>
      <p>
        <SiteLink to="/account/second-step">{title}</SiteLink>
      </p>
    </AccountFrame>
  );
}

interface CodesProps {
  readonly site: SiteView;
  readonly codes: readonly string[];
  /** in place of older ones */
  readonly isRenewed: boolean;
}

/** Shown once: the answer to a form, so that no address leads here. */
export function BackupCodesPage({ site, codes, isRenewed }: CodesProps) {
  const text = SECOND_STEP_WORDS[site.language].codes;
  return (
    <AccountFrame site={site} path="/account/second-step" languages={[]} title={text.title}>
      <p class="account-done" role="status" tabIndex={-1} autofocus>
        {isRenewed ? text.renewed : `${text.isOn} ${text.others}`}
      </p>
      <p>{text.use}</p>
      <p>
        <b>{text.keep}</b>
      </p>
      <ol class="account-codes" translate={false}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p class="quiet">{text.lost}</p>
      <p>
        <SiteLink to="/account">{text.done}</SiteLink>
      </p>
    </AccountFrame>
  );
}

export function RenewCodesPage({ site, form, account }: StepProps) {
  const { renew } = SECOND_STEP_WORDS[site.language];
  return (
    <AccountFrame site={site} path="/account/second-step/codes" title={renew.title} form={form}>
      <p>{renew.intro}</p>
      <BothSteps to="/account/second-step/codes" {...{ site, form, account }}>
        <button type="submit" class="button big primary">
          {renew.press}
        </button>
      </BothSteps>
      <Back site={site} />
    </AccountFrame>
  );
}

export function StepOffPage({ site, form, account }: StepProps) {
  const { off } = SECOND_STEP_WORDS[site.language];
  return (
    <AccountFrame site={site} path="/account/second-step/off" title={off.title} form={form}>
      <p>{off.intro}</p>
      <BothSteps to="/account/second-step/off" {...{ site, form, account }}>
        <button type="submit" class="button big account-danger">
          {off.press}
        </button>
      </BothSteps>
      <Back site={site} />
    </AccountFrame>
  );
}

type BothProps = StepProps & { readonly to: string; readonly children: ComponentChildren };

/** Password and code once more. */
function BothSteps({ site, form, account, to, children }: BothProps) {
  return (
    <Sent to={to}>
      <Whose email={account.email} />
      <CurrentPasswordField form={form} label={ACCOUNT_WORDS[site.language].currentPassword} />
      <CodeField form={form} label={SECOND_STEP_WORDS[site.language].anyCode} isAny />
      {children}
    </Sent>
  );
}

function Back({ site }: { readonly site: SiteView }) {
  return (
    <p>
      <SiteLink to="/account">{ACCOUNT_WORDS[site.language].back}</SiteLink>
    </p>
  );
}
