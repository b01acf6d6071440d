/** What a person wrote into the contact form: as it was typed, and as the message it is where nothing is wrong with it. */
import {
  CONTACT_ABOUT,
  CONTACT_FIELDS,
  type ContactFault,
  type ContactField,
  type ContactTyped,
  NOTHING_TYPED,
} from '@readingscan/web';
import { z } from 'zod';
import { looksLikeReport } from './report-look.ts';
import type { ContactMessage } from './store.ts';

export interface ContactForm {
  readonly typed: ContactTyped;
  /** filled in by programs only */
  readonly trap: string;
  readonly token: string;
}

export type Judged =
  | { readonly ok: true; readonly said: Pick<ContactMessage, ContactField> }
  | { readonly ok: false; readonly faults: Readonly<Partial<Record<ContactField, ContactFault>>> };

const EMPTY: ContactForm = { typed: NOTHING_TYPED, trap: '', token: '' };

/** An empty form where the body is none. */
export async function contactForm(contentType: string, bytes: Uint8Array<ArrayBuffer>): Promise<ContactForm> {
  try {
    const form = await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData();
    const field = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    const typed = { name: field('name'), mail: field('mail'), about: field('about'), message: field('message') };
    return { typed, trap: field('website'), token: field('token') };
  } catch {
    return EMPTY;
  }
}

/** Lengths are in characters as a person counts them, ends of lines and spaces around not counted twice. */
export function judged(typed: ContactTyped): Judged {
  const parsed = schema.safeParse(typed);
  if (parsed.success) {
    const { name, mail, about, message } = parsed.data;
    return { ok: true, said: { name: name || null, mail: mail || null, about, message } };
  }
  const faults = Object.fromEntries(
    CONTACT_FIELDS.flatMap((field) => {
      const issue = parsed.error.issues.find(({ path }) => path[0] === field);
      return issue ? [[field, issue.message as ContactFault]] : [];
    }),
  );
  return { ok: false, faults };
}

const fault = (name: ContactFault): { readonly error: ContactFault; readonly abort: true } => ({
  error: name,
  abort: true,
});
const characters = (text: string): number => [...text].length;

/** One line, without what is not seen. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** Lines end as in files, other signs that only steer a machine are left out. */
const lines = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();

/** Letters, figures and few signs on both sides of one @: no space, no quotation mark, no end of a line. */
const ADDRESS = z.email().max(254);

const schema = z.object({
  name: z
    .string()
    .transform(oneLine)
    .refine((name) => characters(name) <= 100, fault('nameLong')),
  mail: z
    .string()
    .trim()
    .refine((mail) => mail === '' || ADDRESS.safeParse(mail).success, fault('mailWrong')),
  about: z.enum(CONTACT_ABOUT, fault('aboutNone').error),
  message: z
    .string()
    .transform(lines)
    .refine((message) => characters(message) >= 10, fault('messageShort'))
    .refine((message) => characters(message) <= 4000, fault('messageLong'))
    .refine((message) => !looksLikeReport(message), fault('messageReport')),
});
