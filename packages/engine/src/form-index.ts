/** Ground floor: where the forms of each first word stand in the shipped knowledge. Made at every start in a browser, so it cuts out nothing but first words. */
import { eachShipped, type ReadingKnowledge, shippedForms, type TextLayer } from '@readingscan/knowledge';
import { firstWord } from './form-words.ts';
import type { Spelling } from './word.ts';
import { type KeptPlaces, keptPlaces, openPlaces, type WordPlaces } from './word-places.ts';

export interface FormIndex {
  readonly textForms: ReadingKnowledge['textForms'];
  /** first word → its place */
  readonly first: WordPlaces;
  /** of a place: three numbers for each form that begins with the word, in the order of the layers and their entries */
  readonly numbersAt: (place: number) => ArrayLike<number>;
}

/** An index as it is kept in a file. */
export interface KeptForms {
  readonly first: KeptPlaces;
  /** by place: where its numbers begin; one more for the end of the last */
  readonly starts: Int32Array;
  readonly numbers: Int32Array;
}

/** A form as it is shipped, with its plural. */
export interface Row {
  readonly shipped: string;
  readonly layer: TextLayer;
  /** index of the entry in its layer */
  readonly entry: number;
  /** counts only letter by letter as written */
  readonly isExact: boolean;
}

const LAYERS: readonly TextLayer[] = ['concept', 'modifier', 'cue', 'change', 'phrase', 'wording'];
/** numbers of a row: where the form begins and ends in its layer, and what it is: a bit for exact ones, the layer, the entry */
const NUMBERS = 3;
const EXACT = 1;
const LAYER_AT = 1;
const LAYER_BITS = 7;
const ENTRY_AT = 4;

export function indexForms(textForms: ReadingKnowledge['textForms'], spelling: Spelling): FormIndex {
  const first = new Map<string, number>();
  const rows: number[][] = [];
  const byWriting = new Map<string, number[]>();
  const newRows = (written: string): number[] => {
    const norm = firstWord(written, spelling) ?? written;
    const place = first.get(norm);
    const known = place === undefined ? undefined : rows[place];
    const own = known ?? [];
    if (!known) first.set(norm, rows.push(own) - 1);
    byWriting.set(written, own);
    return own;
  };
  LAYERS.forEach((layer, index) => {
    const lines = textForms[layer];
    eachShipped(lines, (entry, start, end, isExact) => {
      const kind = (entry << ENTRY_AT) | (index << LAYER_AT) | (isExact ? EXACT : 0);
      const put = (word: string): void => {
        (byWriting.get(word) ?? newRows(word)).push(start, end, kind);
      };
      const behind = endOfPlain(lines, start, end);
      if (behind > start && endsWord(lines, behind, end)) put(lines.slice(start, behind));
      else for (const word of firstWords(lines.slice(start, end), spelling)) put(word);
    });
  });
  return { textForms, first, numbersAt: (place) => rows[place] ?? [] };
}

export function keptForms({ first, numbersAt }: FormIndex): KeptForms {
  const starts = new Int32Array(first.size + 1);
  for (let place = 0; place < first.size; place += 1)
    starts[place + 1] = (starts[place] ?? 0) + numbersAt(place).length;
  const numbers = new Int32Array(starts[first.size] ?? 0);
  for (let place = 0; place < first.size; place += 1) numbers.set(numbersAt(place), starts[place]);
  return { first: keptPlaces(first.keys()), starts, numbers };
}

export const openForms = (
  { first, starts, numbers }: KeptForms,
  textForms: ReadingKnowledge['textForms'],
): FormIndex => ({
  textForms,
  first: openPlaces(first),
  numbersAt: (place) => numbers.subarray(starts[place], starts[place + 1]),
});

export const countAt = ({ numbersAt }: FormIndex, place: number): number =>
  place < 0 ? 0 : numbersAt(place).length / NUMBERS;

export function rowsAt({ numbersAt, textForms }: FormIndex, place: number): readonly Row[] {
  const own = numbersAt(place);
  const found: Row[] = [];
  for (let at = 0; at < own.length; at += NUMBERS) {
    const kind = own[at + 2] ?? 0;
    const layer = LAYERS[(kind >> LAYER_AT) & LAYER_BITS];
    if (!layer) continue;
    const shipped = textForms[layer].slice(own[at], own[at + 1]);
    found.push({ shipped, layer, entry: kind >> ENTRY_AT, isExact: (kind & EXACT) !== 0 });
  }
  return found;
}

/** Where the letters and digits end that a form begins with. */
function endOfPlain(lines: string, start: number, end: number): number {
  let at = start;
  for (; at < end; at += 1) {
    const c = lines.charCodeAt(at);
    const isPlain = (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (at > start && c >= 48 && c <= 57);
    if (!isPlain) break;
  }
  return at;
}

/** A word ends with the form, before a space or before a hyphen; of other marks only the tokenizer can tell. */
function endsWord(lines: string, at: number, end: number): boolean {
  const c = at < end ? lines.charCodeAt(at) : SPACE;
  return c === SPACE || c === HYPHEN;
}
const SPACE = 32;
const HYPHEN = 45;

/** The words that the forms of a shipped one begin with: "nodule<|s>" begins with two. */
function firstWords(shipped: string, spelling: Spelling): readonly string[] {
  const space = shipped.indexOf(' ');
  const { one, many } = shippedForms(space < 0 ? shipped : shipped.slice(0, space));
  const words = [...one, ...many].map((piece) => firstWord(piece, spelling) ?? '');
  return words[0] === words[1] ? words.slice(1) : words;
}
