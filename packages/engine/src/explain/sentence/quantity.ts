/** Wing 4, explain: a quantity as written, its unit in small letters: "7 MM" → "7 mm". */

export const quantityText = (text: string): string =>
  text.replace(/\b(?:MM|CM|ML|HOURS?|DAYS?|WEEKS?|MONTHS?|YEARS?)\b/g, (unit) => unit.toLowerCase());
