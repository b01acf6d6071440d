/** What the pages of an account show: what was typed, what is wrong with it, what has been done. */
import type { AccountDone, AccountFault, AccountNotice } from '../words/account.ts';
import type { KeyScope } from '../words/keys.ts';
import type { SavedView } from './saved-view.ts';
import type { TrailView } from './trail-view.ts';

export const ACCOUNT_FIELDS = ['email', 'name', 'scopes', 'ends', 'current', 'password', 'code', 'backup'] as const;
export type AccountField = (typeof ACCOUNT_FIELDS)[number];

export type AccountFaults = Readonly<Partial<Record<AccountField, AccountFault>>>;

export interface AccountForm {
  /** as it was typed; a password never comes back */
  readonly email: string;
  readonly stay: boolean;
  readonly faults: AccountFaults;
  /** why nothing was done although no field is wrong */
  readonly notice: AccountNotice | null;
  /** what was done before this page */
  readonly done: AccountDone | null;
  /** of a key to be made */
  readonly key?: TypedKey;
  /** of a passkey to be made */
  readonly passkeyName?: string;
}

/** As it was typed, right or wrong. */
export interface TypedKey {
  readonly name: string;
  readonly scopes: readonly string[];
  /** as in 2026-11-29; '' for no end */
  readonly ends: string;
}

export const EMPTY_FORM: AccountForm = { email: '', stay: false, faults: {}, notice: null, done: null };

/** A browser that is signed in. */
export interface SignedInDevice {
  readonly id: string;
  /** "Firefox, Windows"; '' where it is not known */
  readonly device: string;
  /** milliseconds since 1970 */
  readonly since: number;
  readonly isThis: boolean;
}

/** A second step that is on. */
export interface StepState {
  /** milliseconds since 1970 */
  readonly since: number;
  /** backup codes that were not used */
  readonly codesLeft: number;
}

/** What connects an app. */
export interface StepKey {
  /** in base32 */
  readonly written: string;
  /** as an app reads it: otpauth://… */
  readonly address: string;
}

/** A key for programs, without what makes it one. */
export interface KeyView {
  readonly id: string;
  readonly name: string;
  /** how it begins: enough to know it again by */
  readonly prefix: string;
  readonly scopes: readonly KeyScope[];
  /** days, as in 2026-11-29 */
  readonly madeOn: string;
  readonly usedOn: string | null;
  /** the last day on which it is good */
  readonly endsOn: string | null;
  readonly isOver: boolean;
}

/** A passkey, without what makes it one. */
export interface PasskeyView {
  readonly id: string;
  readonly name: string;
  /** days, as in 2026-11-29 */
  readonly madeOn: string;
  readonly usedOn: string | null;
}

export interface OwnAccount {
  readonly email: string;
  readonly devices: readonly SignedInDevice[];
  /** null where it is off */
  readonly secondStep: StepState | null;
  readonly keys: readonly KeyView[];
  readonly passkeys: readonly PasskeyView[];
  /** where reports can be saved */
  readonly saved?: SavedView;
  /** what happened in it, where something is noted */
  readonly trail?: TrailView;
}
