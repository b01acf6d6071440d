/** Escape sequences of HL7 v2 text → what they stand for. Source: HL7 v2.5.1, chapter 2.7. */
import { decodeText } from '../../text/decode.ts';
import { bytesOfHex } from '../base64.ts';
import type { Separators } from './message.ts';

const LONGEST = 2000;

/** A value of TX, FT or ST as text; what is no sequence stays as it stands. */
export function unescaped(value: string, separators: Separators): string {
  const { escape: mark } = separators;
  const once = onePass(value, separators);
  // interfaces that escape twice leave the marks of line ends behind
  return once.includes(`${mark}.br${mark}`) ? once.replaceAll(`${mark}.br${mark}`, '\n') : once;
}

function onePass(value: string, separators: Separators): string {
  const { escape: mark } = separators;
  if (!value.includes(mark)) return value;
  let text = '';
  let at = 0;
  while (at < value.length) {
    const from = value.indexOf(mark, at);
    if (from < 0) break;
    const to = value.indexOf(mark, from + 1);
    text += value.slice(at, from);
    const name = to < 0 || to - from > LONGEST ? null : value.slice(from + 1, to);
    const meaning = name === null ? null : meaningOf(name, separators);
    if (meaning === null) {
      text += mark;
      at = from + 1;
    } else {
      text += meaning;
      at = to + 1;
    }
  }
  return text + value.slice(at);
}

/** What stands between two escape characters, or null where it is no sequence. */
function meaningOf(
  name: string,
  { field, component, subcomponent, repetition, escape: mark }: Separators,
): string | null {
  switch (name.toUpperCase()) {
    case 'F':
      return field;
    case 'S':
      return component;
    case 'T':
      return subcomponent;
    case 'R':
      return repetition;
    case 'E':
      return mark;
    case 'P':
      return '#';
    case 'H':
    case 'N':
      return '';
    case '.BR':
    case '.CE':
    case 'BR':
      return '\n';
    case '.FI':
    case '.NF':
      return '';
    default:
      return measured(name);
  }
}

/** ".sp2", ".in+4", ".sk3", "X0D0A", "Zlocal" */
function measured(name: string): string | null {
  const command = /^\.(sp|sk|in|ti)\s*([+-]?\d{1,3})?$/i.exec(name);
  if (command) {
    const count = Math.min(20, Math.abs(Number(command[2] ?? '1')));
    const what = command[1]?.toLowerCase();
    return what === 'sp' ? '\n'.repeat(Math.max(1, count)) : what === 'sk' ? ' '.repeat(count) : '';
  }
  if (/^x[0-9a-f]/i.test(name)) {
    const bytes = bytesOfHex(name.slice(1));
    return bytes ? (decodeText(bytes) ?? '').replace(/\r\n?/g, '\n') : null;
  }
  return /^(?:[cmz][0-9a-z.]{0,20})$/i.test(name) && !/^[cm](?![0-9a-f]{4,6}$)/i.test(name) ? '' : null;
}
