/** A day as people write it: "March 14, 2027", «14 de marzo de 2027», 2027年3月14日. */

const LOCALE: Readonly<Record<string, string>> = { en: 'en-US', es: 'es', zh: 'zh-CN' };

/** ISO 8601 date → words; what is no date stays as it is. */
export function dayIn(language: string, iso: string): string {
  const day = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return iso;
  return new Intl.DateTimeFormat(LOCALE[language] ?? 'en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}
