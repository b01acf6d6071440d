/** What the contact form shows: what was typed, and what is wrong with it. */
import type { ContactFault, ContactNotice } from '../words/contact.ts';

export const CONTACT_FIELDS = ['name', 'mail', 'about', 'message'] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** As it came, in the order of the form. */
export type ContactTyped = Readonly<Record<ContactField, string>>;

export interface ContactView {
  /** says when the form was made; comes back with it */
  readonly token: string;
  readonly typed: ContactTyped;
  readonly faults: Readonly<Partial<Record<ContactField, ContactFault>>>;
  readonly notice: ContactNotice | null;
  /** of who runs the site, where it is known */
  readonly mail: string | null;
}

export const NOTHING_TYPED: ContactTyped = { name: '', mail: '', about: '', message: '' };
