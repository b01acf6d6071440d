/** Who runs an installation: put into the pages where they name it, and marked where it is not set. */
import { escaped } from '../content/escape.ts';

export const OPERATOR_FIELDS = ['name', 'address', 'mail', 'country', 'privacyMail', 'contactDays'] as const;
export type Operator = Readonly<Partial<Record<(typeof OPERATOR_FIELDS)[number], string>>>;

/** The HTML of a page with `{operator.name}` and its kin filled in. */
export function filled(html: string, operator: Operator, unset: string): string {
  let made = html;
  for (const field of OPERATOR_FIELDS) {
    const value = operator[field] ?? (field === 'privacyMail' ? operator.mail : undefined);
    const shown = value === undefined ? `<span class="unset">${escaped(unset)}</span>` : escaped(value);
    made = made.replaceAll(`{operator.${field}}`, () => shown);
  }
  return made;
}
