/** Next steps with a date → an iCalendar file (RFC 5545) with one reminder each. No word of the report leaves in a title. */
import type { Explanation } from '@readingscan/engine';

const day = (iso: string): string => iso.replaceAll('-', '');
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');

/** Lines of at most 75 octets, folded; ASCII and short texts only, so characters count as octets where it matters. */
const folded = (line: string): string => line.replace(/(.{60})(?=.)/gu, '$1\r\n ');

export function toIcs({ nextSteps }: Explanation): string {
  const events = nextSteps.flatMap(({ recommendation, text, due }) =>
    due
      ? [
          'BEGIN:VEVENT',
          `UID:${recommendation}-${due.earliest}@readingscan`,
          `DTSTAMP:${day(due.from)}T000000Z`,
          `DTSTART;VALUE=DATE:${day(due.earliest)}`,
          'SUMMARY:A date from your report',
          `DESCRIPTION:${escaped(text)}`,
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          'DESCRIPTION:A date from your report',
          'TRIGGER:-P14D',
          'END:VALARM',
          'END:VEVENT',
        ]
      : [],
  );
  return `${['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//ReadingScan//EN', ...events, 'END:VCALENDAR'].map(folded).join('\r\n')}\r\n`;
}
