/** What a page knows of the site it belongs to: built files, its language, and the address that others reach the site by. */
import type { Language } from '@readingscan/reader/languages';
import type { WebAssets } from '../assets.ts';

export interface SiteView {
  readonly assets: WebAssets;
  readonly language: Language;
  /** like "https://example.org", without a slash at the end; null where the operator has not said it */
  readonly origin: string | null;
  /** people can have an account here */
  readonly hasAccounts?: boolean;
  /** and can sign in with Google: known to the pages of an account alone */
  readonly hasGoogle?: boolean;
  /** and with a passkey: known to the pages of an account alone */
  readonly hasPasskeys?: boolean;
  /** and save reports in it */
  readonly hasSaving?: boolean;
  /** and what the server does costs credits */
  readonly hasPayments?: boolean;
}

/** The site in any of its languages. */
export const siteIn =
  (
    assets: WebAssets,
    origin: string | null,
    {
      hasAccounts = false,
      hasSaving = false,
      hasPayments = false,
    }: Pick<SiteView, 'hasAccounts' | 'hasSaving' | 'hasPayments'> = {},
  ) =>
  (language: Language): SiteView => ({ assets, language, origin, hasAccounts, hasSaving, hasPayments });
