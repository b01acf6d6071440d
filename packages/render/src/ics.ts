/** Next steps with a date → an iCalendar file (RFC 5545) with one reminder each. No word of the report leaves in a title. */
import type { Explanation } from '@readingscan/engine';
import { wordsOf } from './words.ts';

const day = (iso: string): string => iso.replaceAll('-', '');
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');

const MOST_OCTETS = 60; // RFC 5545, 3.1: at most 75 with the space of a folded line
const utf8 = new TextEncoder();

function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const letter of line) {
    const own = utf8.encode(letter).length;
    if (octets + own > MOST_OCTETS) {
      out += '\r\n ';
      octets = 0;
    }
    out += letter;
    octets += own;
  }
  return out;
}

export function toIcs({ nextSteps, language }: Pick<Explanation, 'nextSteps' | 'language'>): string {
  const { event } = wordsOf(language);
  const events = nextSteps.flatMap(({ recommendation, text, due }) =>
    due
      ? [
          'BEGIN:VEVENT',
          `UID:${recommendation}-${due.earliest}@readingscan`,
          `DTSTAMP:${day(due.from)}T000000Z`,
          `DTSTART;VALUE=DATE:${day(due.earliest)}`,
          `SUMMARY:${event}`,
          `DESCRIPTION:${escaped(text)}`,
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${event}`,
          'TRIGGER:-P14D',
          'END:VALARM',
          'END:VEVENT',
        ]
      : [],
  );
  return `${['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//ReadingScan//EN', ...events, 'END:VCALENDAR'].map(folded).join('\r\n')}\r\n`;
}
