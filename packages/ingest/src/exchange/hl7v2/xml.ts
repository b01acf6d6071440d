/** HL7 v2 in its XML encoding (v2.xml) → the same segments and fields; signs that no text holds stand for the separators. */
import { LIMITS } from '../../limits.ts';
import { Refusal } from '../../refusal.ts';
import { type Element, textOf } from '../markup/xml.ts';
import type { Message, Segment, Separators } from './message.ts';

const SEPARATORS: Separators = {
  field: '\u0001',
  component: '\u0002',
  repetition: '\u0003',
  escape: '\u0004',
  subcomponent: '\u0005',
};
const SEGMENT = /^[A-Z][A-Z0-9]{2}$/;

export function messageOfXml(root: Element): Message {
  const segments: Segment[] = [];
  const gather = (element: Element): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (!SEGMENT.test(child.name)) gather(child);
      else segments.push({ name: child.name, fields: fieldsOf(child) });
      if (segments.length > LIMITS.segments) throw new Refusal('heavy-record');
    }
  };
  gather(root);
  return { separators: SEPARATORS, segments };
}

/** "OBX.5" is the fifth field; one that comes again repeats. */
function fieldsOf(segment: Element): string[] {
  const fields: string[] = [segment.name];
  for (const child of segment.children) {
    const at = typeof child === 'string' ? null : placeOf(child);
    if (at === null || typeof child === 'string') continue;
    const value = componentsOf(child);
    while (fields.length <= at) fields.push('');
    fields[at] = fields[at] ? `${fields[at]}${SEPARATORS.repetition}${value}` : value;
  }
  return fields;
}

function componentsOf(field: Element): string {
  const parts = field.children.filter(
    (child): child is Element => typeof child !== 'string' && placeOf(child) !== null,
  );
  if (parts.length === 0) return words(field);
  const components: string[] = [];
  for (const part of parts) {
    const at = (placeOf(part) ?? 1) - 1;
    while (components.length <= at) components.push('');
    components[at] = words(part);
  }
  return components.join(SEPARATORS.component);
}

/** Escapes are elements: <escape V=".br"/> */
const words = (element: Element): string =>
  element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      return child.name === 'escape'
        ? `${SEPARATORS.escape}${child.attributes.get('V') ?? ''}${SEPARATORS.escape}`
        : textOf(child);
    })
    .join('');

function placeOf({ name }: Element): number | null {
  const at = Number(/\.(\d{1,3})$/.exec(name)?.[1]);
  return at >= 1 && at <= LIMITS.fields ? at : null;
}
