/** Pages and where their built files lie: all that the server needs of the web. */
export {
  type AccountFaults,
  type AccountField,
  type AccountForm,
  EMPTY_FORM,
  type KeyView,
  type OwnAccount,
  type PasskeyView,
  type SignedInDevice,
  type StepKey,
  type StepState,
  type TypedKey,
} from './account/account-view.ts';
export {
  CREDIT_UNITS,
  type CreditEvent,
  type CreditHistory,
  type CreditKind,
  type CreditOffer,
  type CreditSubscription,
  type CreditsView,
  type CreditUnit,
} from './account/credits-view.ts';
export { MOST_KEYS } from './account/keys-pages.tsx';
export { MOST_PASSKEYS } from './account/passkeys-pages.tsx';
export { KEEP_YEARS, type KeepYears, type SavedView } from './account/saved-view.ts';
export type { AccountEvent, TrailView } from './account/trail-view.ts';
export { API, API_JOB_NAMES, API_JOBS, type ApiJob, FHIR_EXPLAIN } from './api/jobs.ts';
export type { WebAssets } from './assets.ts';
export { renderFeed, renderSitemap } from './blog/feed.ts';
export { AUTHOR_PATH } from './blog/index-page.tsx';
export type { LanguageContent, SiteContent } from './content/types.ts';
export { loadAssets, loadContent, webDist } from './dist.ts';
export { type Find, type Findable, findable, finder } from './glossary/find.ts';
export { GLOSSARY_INDEX, type GlossaryChoice } from './glossary/index-page.tsx';
export { fromArchive, LongReport, NotKeptFile, toArchive } from './kept/archive.ts';
export type { KeptReport, Original, OriginalFile, WholeReport } from './kept/report.ts';
export { tagsFrom } from './kept/report.ts';
export { changeOfReport, wordsOfReport } from './kept/report-shape.ts';
export { hrefOf, LANGUAGE_TAG, languageIn } from './layout/href.ts';
export { renderManifest } from './layout/manifest.ts';
export { type SiteView, siteIn } from './layout/site-view.ts';
export {
  CONTACT_FIELDS,
  type ContactField,
  type ContactTyped,
  type ContactView,
  NOTHING_TYPED,
} from './pages/contact-view.ts';
export type { Operator } from './pages/operator.ts';
export {
  renderBackupCodes,
  renderChangePassword,
  renderCodeOwed,
  renderConnectApp,
  renderCredits,
  renderDeleteAccount,
  renderForgot,
  renderKeyGone,
  renderKeys,
  renderLinkGone,
  renderMailSent,
  renderMakePasskey,
  renderNewKey,
  renderNewPassword,
  renderOwnAccount,
  renderPasskeySignIn,
  renderPasskeys,
  renderRemovePasskey,
  renderRemoveReports,
  renderRenewCodes,
  renderSecondStep,
  renderSignIn,
  renderSignUp,
  renderStepOff,
  renderToStripe,
} from './render-account.tsx';
export { renderContact, renderContactAgain, renderContactThanks } from './render-contact.tsx';
export { renderArticle, renderAuthor, renderBlog, renderPage } from './render-content.tsx';
export {
  renderApi,
  renderDashboard,
  renderDesign,
  renderEmbed,
  renderGlossary,
  renderGlossaryEntry,
  renderHome,
  renderNotFound,
  renderOffline,
  renderProblem,
  renderResult,
  renderShared,
  renderSmart,
} from './render-page.tsx';
export { LINK_DAYS, LINK_ID, type SharedLink } from './shared/link.ts';
export type { SmartSettings } from './smart/discovery.ts';
export { LAUNCH, REPORTS } from './smart/smart-app.tsx';
export {
  ACCOUNT_DONE,
  ACCOUNT_WORDS,
  type AccountDone,
  type AccountFault,
  type AccountNotice,
  type PasswordFault,
} from './words/account.ts';
export { ACCOUNT_MAIL_WORDS, type AccountMail } from './words/account-mails.ts';
export {
  CONTACT_ABOUT,
  CONTACT_WORDS,
  type ContactAbout,
  type ContactFault,
  type ContactNotice,
} from './words/contact.ts';
export { copyMissing, type MissingFromCopy } from './words/copy-missing.ts';
export type { Refusal } from './words/errors.ts';
export { KEY_SCOPES, KEY_WORDS, type KeyScope, scopesOf } from './words/keys.ts';
export { PASSKEY_WORDS } from './words/passkeys.ts';
export { SAVED_WORDS, type SavedEvent } from './words/saved.ts';
export { SMART_WORDS } from './words/smart.ts';
