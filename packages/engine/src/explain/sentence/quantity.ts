/** Wing 4, explain: a quantity as written, its unit in small letters: "7 MM" → "7 mm". */
import type { Language } from './language.ts';

export const quantityText = (text: string, { smallUnits }: Language): string =>
  text.replace(/[A-Z]+/g, (letters) => (smallUnits.has(letters.toLowerCase()) ? letters.toLowerCase() : letters));
