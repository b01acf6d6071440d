/** The contact form: it needs no script, keeps what was typed, and says at the field what is wrong with it. */
import type { ComponentChildren } from 'preact';
import { FaultSummary } from '../layout/fault-summary.tsx';
import { hrefOf } from '../layout/href.ts';
import { CONTACT_ABOUT, CONTACT_WORDS, type ContactWords } from '../words/contact.ts';
import { useLanguage } from '../words/use-words.ts';
import { CONTACT_FIELDS, type ContactField, type ContactView } from './contact-view.ts';

/** Where the form begins on the written page. */
export const CONTACT_PLACE = 'write';

interface Props {
  readonly view: ContactView;
}

export function ContactForm({ view }: Props) {
  const language = useLanguage();
  const text = CONTACT_WORDS[language];
  const { token, typed } = view;
  return (
    <form
      class="contact-form"
      action={hrefOf(language, '/contact')}
      method="post"
      encType="multipart/form-data"
      noValidate
    >
      <div class="contact-never" id="contact-never">
        <p>
          <b>{text.never[0]}</b>
        </p>
        <p>{text.never[1]}</p>
      </div>
      <TextField field="name" type="text" complete="name" view={view} label={text.name} hint={text.optional} />
      <TextField field="mail" type="email" complete="email" view={view} label={text.mail} hint={text.optional}>
        <p class="caption" id={hintOf('mail')}>
          {text.mailHint}
        </p>
      </TextField>
      <div
        class="contact-field"
        role="radiogroup"
        aria-required="true"
        aria-labelledby="contact-about-label"
        {...saidOf(view, 'about')}
      >
        <p class="contact-label" id="contact-about-label">
          {text.about}
        </p>
        <Fault field="about" view={view} text={text} />
        {CONTACT_ABOUT.map((about) => (
          <label key={about} class="contact-choice">
            <input
              type="radio"
              name="about"
              id={about === CONTACT_ABOUT[0] ? idOf('about') : `${idOf('about')}-${about}`}
              value={about}
              checked={typed.about === about}
            />
            {text.abouts[about]}
          </label>
        ))}
      </div>
      <div class="contact-field">
        <label for={idOf('message')}>{text.message}</label>
        <p class="caption" id={hintOf('message')}>
          {text.messageHint}
        </p>
        <Fault field="message" view={view} text={text} />
        <textarea
          id={idOf('message')}
          name="message"
          rows={8}
          required
          {...saidOf(view, 'message', 'contact-never', hintOf('message'))}
        >
          {typed.message}
        </textarea>
      </div>
      {/* people neither see nor reach it */}
      <div class="contact-trap" aria-hidden="true">
        <label>
          {text.trap}
          <input type="text" name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <input type="hidden" name="token" value={token} />
      <p class="caption">{text.kept}</p>
      <button type="submit" class="button big primary">
        {text.send}
      </button>
    </form>
  );
}

/** Nothing where nothing is wrong. */
export function ContactSummary({ view: { faults, notice, mail } }: Props) {
  const text = CONTACT_WORDS[useLanguage()];
  const wrong = CONTACT_FIELDS.flatMap((field) => {
    const fault = faults[field];
    return fault ? [{ field: idOf(field), said: text.faults[fault] }] : [];
  });
  const said = notice === null ? null : text.notices[notice](mail);
  return <FaultSummary id="contact-wrong" heading={text.notSent} notice={said} faults={wrong} />;
}

interface TextFieldProps extends Props {
  readonly field: 'name' | 'mail';
  readonly type: 'text' | 'email';
  readonly complete: string;
  readonly label: string;
  /** beside the label */
  readonly hint: string;
  /** between label and field, with the id of `hintOf(field)` */
  readonly children?: ComponentChildren;
}

function TextField({ field, type, complete, label, hint, view, children }: TextFieldProps) {
  const text = CONTACT_WORDS[useLanguage()];
  return (
    <div class="contact-field">
      <label for={idOf(field)}>
        {label} <span class="quiet">{hint}</span>
      </label>
      {children}
      <Fault field={field} view={view} text={text} />
      <input
        id={idOf(field)}
        type={type}
        name={field}
        value={view.typed[field]}
        autoComplete={complete}
        {...saidOf(view, field, ...(children ? [hintOf(field)] : []))}
      />
    </div>
  );
}

interface FaultProps extends Props {
  readonly field: ContactField;
  readonly text: ContactWords;
}

function Fault({ field, view, text }: FaultProps) {
  const fault = view.faults[field];
  return fault ? (
    <p class="contact-fault" id={faultOf(field)}>
      {text.faults[fault]}
    </p>
  ) : null;
}

const idOf = (field: ContactField): string => `contact-${field}`;
const hintOf = (field: ContactField): string => `${idOf(field)}-hint`;
const faultOf = (field: ContactField): string => `${idOf(field)}-fault`;

/** What describes a field, for who does not see it: hints, and what is wrong. */
function saidOf(view: ContactView, field: ContactField, ...hints: readonly string[]) {
  const isWrong = view.faults[field] !== undefined;
  const said = [...hints, ...(isWrong ? [faultOf(field)] : [])];
  return {
    ...(said.length > 0 ? { 'aria-describedby': said.join(' ') } : {}),
    ...(isWrong ? { 'aria-invalid': 'true' as const } : {}),
  };
}
