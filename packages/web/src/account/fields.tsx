/** The fields of an account's forms: what a browser may fill in is named, pasting is left alone, and what is wrong stands at the field. */
import type { ComponentChildren } from 'preact';
import { ACCOUNT_WORDS } from '../words/account.ts';
import { KEY_WORDS, type KeyScope } from '../words/keys.ts';
import { PASSKEY_WORDS } from '../words/passkeys.ts';
import { useLanguage } from '../words/use-words.ts';
import type { AccountField, AccountForm } from './account-view.ts';
import { idOf } from './frame.tsx';

interface Props {
  readonly form: AccountForm;
}

export function EmailField({ form }: Props) {
  const text = ACCOUNT_WORDS[useLanguage()];
  return (
    <Field field="email" form={form} label={text.email}>
      <input
        type="email"
        name="email"
        value={form.email}
        autoComplete="username"
        autoCapitalize="none"
        spellcheck={false}
        required
        {...described('email', form)}
      />
    </Field>
  );
}

/** The password that one signs in with, or shows that it is oneself by. */
export function CurrentPasswordField({ form, label }: Props & { readonly label: string }) {
  return (
    <Field field="current" form={form} label={label}>
      <input type="password" name="current" autoComplete="current-password" required {...described('current', form)} />
    </Field>
  );
}

/** A password to be: typed once, as a browser can show it and a mail can change it. */
export function NewPasswordField({ form }: Props) {
  const text = ACCOUNT_WORDS[useLanguage()];
  return (
    <Field field="password" form={form} label={text.newPassword} hint={text.newPasswordHint}>
      <input
        type="password"
        name="password"
        autoComplete="new-password"
        required
        {...described('password', form, true)}
      />
    </Field>
  );
}

export function StayField({ form }: Props) {
  const { signIn } = ACCOUNT_WORDS[useLanguage()];
  return (
    <div class="contact-field">
      <label class="contact-choice">
        <input type="checkbox" name="stay" value="yes" checked={form.stay} aria-describedby="account-stay-hint" />
        {signIn.stay}
      </label>
      <p class="caption" id="account-stay-hint">
        {signIn.stayHint}
      </p>
    </div>
  );
}

/** Six figures of an app: the phone shows its figures for it. Where a backup code may stand too, all keys. */
export function CodeField({
  form,
  label,
  isAny = false,
}: Props & { readonly label: string; readonly isAny?: boolean }) {
  return (
    <Field field="code" form={form} label={label}>
      <input
        type="text"
        name="code"
        autoComplete="one-time-code"
        inputMode={isAny ? 'text' : 'numeric'}
        autoCapitalize="characters"
        spellcheck={false}
        required
        {...described('code', form)}
      />
    </Field>
  );
}

export function BackupCodeField({ form, label }: Props & { readonly label: string }) {
  return (
    <Field field="backup" form={form} label={label}>
      <input
        type="text"
        name="backup"
        autoComplete="off"
        autoCapitalize="characters"
        spellcheck={false}
        required
        {...described('backup', form)}
      />
    </Field>
  );
}

export function KeyNameField({ form }: Props) {
  const { make } = KEY_WORDS[useLanguage()];
  return <NameField form={form} label={make.name} hint={make.nameHint} value={form.key?.name} required />;
}

export function PasskeyNameField({ form }: Props) {
  const { make } = PASSKEY_WORDS[useLanguage()];
  return <NameField form={form} label={make.name} hint={make.nameHint} value={form.passkeyName} />;
}

interface NameProps extends Props {
  readonly label: string;
  readonly hint: string;
  readonly value: string | undefined;
  readonly required?: boolean;
}

/** What a person calls a thing of theirs. */
function NameField({ form, label, hint, value = '', required = false }: NameProps) {
  return (
    <Field field="name" form={form} label={label} hint={hint}>
      <input
        type="text"
        name="name"
        value={value}
        maxLength={60}
        autoComplete="off"
        required={required}
        {...described('name', form, true)}
      />
    </Field>
  );
}

/** Without a script a browser shows a calendar for it, or takes a day as it is written. */
export function KeyEndsField({ form, today }: Props & { readonly today: string }) {
  const { make } = KEY_WORDS[useLanguage()];
  return (
    <Field field="ends" form={form} label={make.ends} hint={make.endsHint}>
      <input type="date" name="ends" value={form.key?.ends ?? ''} min={today} {...described('ends', form, true)} />
    </Field>
  );
}

export function KeyScopesField({ form, scopes }: Props & { readonly scopes: readonly KeyScope[] }) {
  const language = useLanguage();
  const text = KEY_WORDS[language];
  const fault = form.faults.scopes;
  return (
    <fieldset
      class="account-keep"
      id={idOf('scopes')}
      tabIndex={-1}
      {...(fault ? { 'aria-describedby': faultOf('scopes') } : {})}
    >
      <legend>{text.make.scopes}</legend>
      {fault && (
        <p class="contact-fault" id={faultOf('scopes')}>
          {ACCOUNT_WORDS[language].faults[fault]}
        </p>
      )}
      {scopes.map((scope) => (
        <label key={scope} class="contact-choice">
          <input
            type="checkbox"
            name={`may-${scope}`}
            value="yes"
            checked={form.key?.scopes.includes(scope) ?? false}
          />
          {text.scopes[scope]}
        </label>
      ))}
    </fieldset>
  );
}

interface FieldProps extends Props {
  readonly field: AccountField;
  readonly label: string;
  readonly hint?: string;
  readonly children: ComponentChildren;
}

function Field({ field, form, label, hint, children }: FieldProps) {
  const text = ACCOUNT_WORDS[useLanguage()];
  const fault = form.faults[field];
  return (
    <div class="contact-field">
      <label for={idOf(field)}>{label}</label>
      {hint !== undefined && (
        <p class="caption" id={hintOf(field)}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="contact-fault" id={faultOf(field)}>
          {text.faults[fault]}
        </p>
      )}
      {children}
    </div>
  );
}

const hintOf = (field: AccountField): string => `${idOf(field)}-hint`;
const faultOf = (field: AccountField): string => `${idOf(field)}-fault`;

/** For who does not see it: the hint, and what is wrong. */
function described(field: AccountField, form: AccountForm, hasHint = false) {
  const isWrong = form.faults[field] !== undefined;
  const said = [...(hasHint ? [hintOf(field)] : []), ...(isWrong ? [faultOf(field)] : [])];
  return {
    id: idOf(field),
    ...(said.length > 0 ? { 'aria-describedby': said.join(' ') } : {}),
    ...(isWrong ? { 'aria-invalid': 'true' as const } : {}),
  };
}
