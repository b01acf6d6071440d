/** The pages of an account, as HTML. */
import type { ComponentProps, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import {
  ForgotPage,
  LinkGonePage,
  MailSentPage,
  NewPasswordPage,
  SignInPage,
  SignUpPage,
} from './account/guest-pages.tsx';
import { ChangePasswordPage, DeleteAccountPage, OwnAccountPage } from './account/own-pages.tsx';
import { RemoveReportsPage } from './account/saved-part.tsx';

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

export const renderRemoveReports = (props: ComponentProps<typeof RemoveReportsPage>): string =>
  html(<RemoveReportsPage {...props} />);

const html = (page: VNode): string => `<!doctype html>${render(page)}`;
