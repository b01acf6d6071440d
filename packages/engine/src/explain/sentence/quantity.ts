/** Wing 4, explain: a quantity as written, its unit or class in small letters: "7 MM" → "7 mm", "Grade 2" → "grade 2". */
import type { Language } from './language.ts';

export const quantityText = (text: string, { smallUnits }: Language): string =>
  text.replace(/[A-Za-z]+/g, (letters) => (smallUnits.has(letters.toLowerCase()) ? letters.toLowerCase() : letters));
