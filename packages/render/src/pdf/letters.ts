/**
 * Text → strings of the fonts that every viewer has (ISO 32000-1, 9.6.2.2): Latin letters in Helvetica and Times, Greek letters and signs in Symbol,
 * Chinese in the font that 9.7.5.2 lets a viewer supply. Nothing is embedded.
 */
import { HELVETICA, HELVETICA_BOLD, TIMES } from './widths.ts';

/** our own voice, the same in bold, the voice of the report */
export type Face = 'plain' | 'strong' | 'report';
export type FontName = 'Plain' | 'Strong' | 'Report' | 'Symbol' | 'Chinese';

export interface Run {
  readonly font: FontName;
  /** a string object of this font */
  readonly literal: string;
  /** in thousandths of the size */
  readonly width: number;
}

const LATIN: Readonly<Record<Face, readonly [font: FontName, widths: readonly number[]]>> = {
  plain: ['Plain', HELVETICA],
  strong: ['Strong', HELVETICA_BOLD],
  report: ['Report', TIMES],
};
const FIRST = 32;
/** Where WinAnsiEncoding is not Latin-1. */
const WINDOWS = new Map(
  [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'].flatMap((letter, at) =>
    letter === ' ' ? [] : [[letter, 128 + at] as const],
  ),
);
/** Letter → its code and width in Symbol. */
const SYMBOL: ReadonlyMap<string, readonly [code: number, width: number]> = new Map(
  Object.entries({
    α: [97, 631],
    β: [98, 549],
    γ: [103, 411],
    δ: [100, 494],
    ε: [101, 439],
    θ: [113, 521],
    λ: [108, 549],
    μ: [109, 576],
    π: [112, 549],
    σ: [115, 603],
    τ: [116, 439],
    φ: [102, 521],
    ω: [119, 686],
    Δ: [68, 612],
    Σ: [83, 592],
    Ω: [87, 768],
    '≤': [163, 549],
    '≥': [179, 549],
    '≠': [185, 549],
    '≈': [187, 549],
    '≡': [186, 549],
    '∼': [126, 549],
    '−': [45, 549],
    '→': [174, 987],
    '←': [172, 987],
    '↑': [173, 603],
    '↓': [175, 603],
    '↔': [171, 1042],
    '∞': [165, 713],
    '√': [214, 549],
    '′': [162, 247],
    '″': [178, 411],
  }),
);
/** Where the font of a viewer has letters: Chinese and its marks, full width. */
const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef]/;
const CHINESE_WIDTH = 1000;
/** What stands for a sign that no font has. */
const LOST = '[?]';

type Placed = readonly [font: FontName, code: number, width: number];

function placeOf(letter: string, face: Face): Placed | null {
  const [font, widths] = LATIN[face];
  const code = letter.codePointAt(0) ?? 0;
  const latin = (code >= FIRST && code < 127) || (code >= 160 && code < 256) ? code : WINDOWS.get(letter);
  if (latin !== undefined) return [font, latin, widths[latin - FIRST] ?? 0];
  const symbol = SYMBOL.get(letter);
  if (symbol) return ['Symbol', ...symbol];
  return CHINESE.test(letter) ? ['Chinese', code, CHINESE_WIDTH] : null;
}

/** A letter that no font has is written as its parts, where those are known ("ﬁ", "ō"). */
function placesOf(letter: string, face: Face): readonly Placed[] | null {
  const own = placeOf(letter, face);
  if (own) return [own];
  const parts = [...letter.normalize('NFKD').replace(/\p{M}/gu, '')].map((part) => placeOf(part, face));
  const known = parts.filter((part) => part !== null);
  return parts.length > 0 && known.length === parts.length ? known : null;
}

/** No letter: joins and breaks that a reader does not see. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;
const seen = (text: string): string => text.replace(/\s/g, ' ').replace(UNSEEN, '');

const lost = (face: Face): readonly Placed[] =>
  [...LOST].map((sign) => placeOf(sign, face)).filter((place) => place !== null);

/** Whether each of its signs has a letter. */
export const isWritable = (text: string): boolean => [...seen(text)].every((letter) => placesOf(letter, 'plain'));

export function runsOf(text: string, face: Face): readonly Run[] {
  const runs: { font: FontName; codes: number[]; width: number }[] = [];
  for (const letter of seen(text))
    for (const [font, code, width] of placesOf(letter, face) ?? lost(face)) {
      const last = runs.at(-1);
      if (last?.font === font) {
        last.codes.push(code);
        last.width += width;
      } else runs.push({ font, codes: [code], width });
    }
  return runs.map(({ font, codes, width }) => ({ font, literal: literalOf(font, codes), width }));
}

const literalOf = (font: FontName, codes: readonly number[]): string =>
  font === 'Chinese'
    ? `<${codes.map((code) => code.toString(16).padStart(4, '0')).join('')}>`
    : `(${codes.map((code) => String.fromCharCode(code).replace(/[\\()]/, '\\$&')).join('')})`;

/** In points. */
export const widthOf = (text: string, face: Face, size: number): number =>
  (runsOf(text, face).reduce((sum, { width }) => sum + width, 0) * size) / 1000;
