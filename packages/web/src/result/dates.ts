/** Dates in words, day and month held together so that they do not break across lines. */

const NO_BREAK = '\u00a0';

export function dateInWords(iso: string, language: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  const written = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
  return written.split(' ').join(NO_BREAK);
}
