/** The pages of an account, as HTML. */
import type { ComponentProps, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { CodeOwedPage } from './account/code-owed-page.tsx';
import { CreditsPage, ToStripePage } from './account/credits-page.tsx';
import {
  ForgotPage,
  LinkGonePage,
  MailSentPage,
  NewPasswordPage,
  SignInPage,
  SignUpPage,
} from './account/guest-pages.tsx';
import { KeysPage, NewKeyPage } from './account/keys-pages.tsx';
import { ChangePasswordPage, DeleteAccountPage, OwnAccountPage } from './account/own-pages.tsx';
import { MakePasskeyPage, PasskeySignInPage, PasskeysPage, RemovePasskeyPage } from './account/passkeys-pages.tsx';
import { RemoveReportsPage } from './account/saved-part.tsx';
import {
  BackupCodesPage,
  ConnectAppPage,
  KeyGonePage,
  RenewCodesPage,
  SecondStepPage,
  StepOffPage,
} from './account/second-step-pages.tsx';

export const renderSignUp = (props: ComponentProps<typeof SignUpPage>): string => html(<SignUpPage {...props} />);

export const renderSignIn = (props: ComponentProps<typeof SignInPage>): string => html(<SignInPage {...props} />);

export const renderForgot = (props: ComponentProps<typeof ForgotPage>): string => html(<ForgotPage {...props} />);

export const renderMailSent = (props: ComponentProps<typeof MailSentPage>): string => html(<MailSentPage {...props} />);

export const renderNewPassword = (props: ComponentProps<typeof NewPasswordPage>): string =>
  html(<NewPasswordPage {...props} />);

export const renderLinkGone = (props: ComponentProps<typeof LinkGonePage>): string => html(<LinkGonePage {...props} />);

export const renderOwnAccount = (props: ComponentProps<typeof OwnAccountPage>): string =>
  html(<OwnAccountPage {...props} />);

export const renderChangePassword = (props: ComponentProps<typeof ChangePasswordPage>): string =>
  html(<ChangePasswordPage {...props} />);

export const renderDeleteAccount = (props: ComponentProps<typeof DeleteAccountPage>): string =>
  html(<DeleteAccountPage {...props} />);

export const renderCodeOwed = (props: ComponentProps<typeof CodeOwedPage>): string => html(<CodeOwedPage {...props} />);

export const renderSecondStep = (props: ComponentProps<typeof SecondStepPage>): string =>
  html(<SecondStepPage {...props} />);

export const renderConnectApp = (props: ComponentProps<typeof ConnectAppPage>): string =>
  html(<ConnectAppPage {...props} />);

export const renderKeyGone = (props: ComponentProps<typeof KeyGonePage>): string => html(<KeyGonePage {...props} />);

export const renderBackupCodes = (props: ComponentProps<typeof BackupCodesPage>): string =>
  html(<BackupCodesPage {...props} />);

export const renderRenewCodes = (props: ComponentProps<typeof RenewCodesPage>): string =>
  html(<RenewCodesPage {...props} />);

export const renderStepOff = (props: ComponentProps<typeof StepOffPage>): string => html(<StepOffPage {...props} />);

export const renderKeys = (props: ComponentProps<typeof KeysPage>): string => html(<KeysPage {...props} />);

export const renderNewKey = (props: ComponentProps<typeof NewKeyPage>): string => html(<NewKeyPage {...props} />);

export const renderPasskeys = (props: ComponentProps<typeof PasskeysPage>): string => html(<PasskeysPage {...props} />);

export const renderMakePasskey = (props: ComponentProps<typeof MakePasskeyPage>): string =>
  html(<MakePasskeyPage {...props} />);

export const renderRemovePasskey = (props: ComponentProps<typeof RemovePasskeyPage>): string =>
  html(<RemovePasskeyPage {...props} />);

export const renderPasskeySignIn = (props: ComponentProps<typeof PasskeySignInPage>): string =>
  html(<PasskeySignInPage {...props} />);

export const renderRemoveReports = (props: ComponentProps<typeof RemoveReportsPage>): string =>
  html(<RemoveReportsPage {...props} />);

export const renderCredits = (props: ComponentProps<typeof CreditsPage>): string => html(<CreditsPage {...props} />);

export const renderToStripe = (props: ComponentProps<typeof ToStripePage>): string => html(<ToStripePage {...props} />);

const html = (page: VNode): string => `<!doctype html>${render(page)}`;
