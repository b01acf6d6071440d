/** A short text as a QR code of one size, version 8 at level M (ISO/IEC 18004): an app reads a key from it, and nobody has to type that. */

/** Dark where true, by row and column. */
export type QrCode = readonly (readonly boolean[])[];

const SIZE = 49;
const ALIGNED = [
  [6, 24],
  [24, 6],
  [24, 24],
  [24, 42],
  [42, 24],
  [42, 42],
] as const;
const FINDERS = [
  [3, 3],
  [3, SIZE - 4],
  [SIZE - 4, 3],
] as const;
/** Bytes of each block, and what is put behind it so that a camera can miss a part. */
const BLOCKS = [38, 38, 39, 39];
const CORRECTION = 22;
const ROOM = BLOCKS.reduce((sum, length) => sum + length, 0);
/** What says which version this is, and that it is level M under mask 3, each with its own correction. */
const VERSION_BITS = 0x085bc;
const FORMAT_BITS = 0x5b4b;
/** Breaks up what could be taken for a finder. The standard has eight to choose from; cameras read each. */
const isMasked = (row: number, column: number): boolean => (row + column) % 3 === 0;

/** Null where the text has more than 152 bytes. */
export function qrCode(text: string): QrCode | null {
  const bytes = [...new TextEncoder().encode(text)];
  if (bytes.length > ROOM - 2) return null;
  const bits = interleaved(dataOf(bytes)).flatMap((byte) => bitsOf(byte, 8));
  const modules = frame();
  let next = 0;
  for (const [row, column] of way()) {
    const line = modules[row];
    if (line?.[column] !== null) continue;
    line[column] = (bits[next] ?? false) !== isMasked(row, column);
    next += 1;
  }
  return modules.map((line) => line.map(Boolean));
}

const bitsOf = (value: number, count: number): readonly boolean[] =>
  Array.from({ length: count }, (_, at) => ((value >> (count - 1 - at)) & 1) === 1);

/** Four bits that announce bytes, their count, they themselves, four bits that end them, and filling. */
function dataOf(bytes: readonly number[]): readonly number[] {
  const halves = [4, bytes.length >> 4, bytes.length & 15, ...bytes.flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const packed = Array.from(
    { length: halves.length / 2 },
    (_, at) => ((halves[2 * at] ?? 0) << 4) | (halves[2 * at + 1] ?? 0),
  );
  return Array.from({ length: ROOM }, (_, at) => packed[at] ?? ((at - packed.length) % 2 === 0 ? 0xec : 0x11));
}

/** The bytes of all blocks in turns, then their correction in turns. */
function interleaved(data: readonly number[]): readonly number[] {
  const blocks = BLOCKS.map((length, at) => {
    const from = BLOCKS.slice(0, at).reduce((sum, one) => sum + one, 0);
    return data.slice(from, from + length);
  });
  return [...inTurns(blocks), ...inTurns(blocks.map((block) => correctionOf(block, CORRECTION)))];
}

const inTurns = (blocks: readonly (readonly number[])[]): readonly number[] =>
  Array.from({ length: 39 }, (_, at) => blocks.flatMap((block) => block[at] ?? [])).flat();

/** Reed–Solomon: the rest of the data divided by (x - 1)(x - 2)(x - 4)… */
export function correctionOf(data: readonly number[], length: number): readonly number[] {
  let [divisor, root]: [readonly number[], number] = [[1], 1];
  for (let made = 0; made < length; made += 1) {
    const factors = divisor;
    divisor = [...factors, 0].map((factor, at) => factor ^ times(factors[at - 1] ?? 0, root));
    root = times(root, 2);
  }
  const none = Array.from({ length }, () => 0);
  return data.reduce<readonly number[]>((rest, byte) => {
    const factor = byte ^ (rest[0] ?? 0);
    return none.map((_, at) => (rest[at + 1] ?? 0) ^ times(divisor[at + 1] ?? 0, factor));
  }, none);
}

/** In the field of 256 that the standard takes. */
function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1)
    product = (product << 1) ^ (product >> 7 ? 0x11d : 0) ^ ((other >> bit) & 1 ? one : 0);
  return product;
}

/** In pairs of columns from the right, up and down in turns; the column of the clock is left out. */
function* way(): Generator<readonly [row: number, column: number]> {
  let isUp = true;
  for (let right = SIZE - 1; right > 0; right -= right === 8 ? 3 : 2) {
    for (let at = 0; at < 2 * SIZE; at += 1) yield [isUp ? SIZE - 1 - (at >> 1) : at >> 1, right - (at % 2)];
    isUp = !isUp;
  }
}

/** All that is the same whatever the data: clocks, alignment, finders, and what says how to read it. */
function frame(): (boolean | null)[][] {
  const modules = Array.from({ length: SIZE }, () => Array.from({ length: SIZE }, (): boolean | null => null));
  const set = (row: number, column: number, isDark: boolean): void => {
    const line = modules[row];
    if (line && column >= 0 && column < SIZE) line[column] = isDark;
  };
  const rings = (row: number, column: number, reach: number, light: readonly number[]): void => {
    for (let down = -reach; down <= reach; down += 1)
      for (let across = -reach; across <= reach; across += 1)
        set(row + down, column + across, !light.includes(Math.max(Math.abs(down), Math.abs(across))));
  };
  for (let at = 0; at < SIZE; at += 1) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  for (const [row, column] of ALIGNED) rings(row, column, 2, [1]);
  for (const [row, column] of FINDERS) rings(row, column, 4, [2, 4]);
  bitsOf(FORMAT_BITS, 15)
    .toReversed()
    .forEach((isDark, at) => {
      set(at < 6 ? at : at < 8 ? at + 1 : SIZE - 15 + at, 8, isDark);
      set(8, at < 8 ? SIZE - 1 - at : at === 8 ? 7 : 14 - at, isDark);
    });
  set(SIZE - 8, 8, true);
  bitsOf(VERSION_BITS, 18)
    .toReversed()
    .forEach((isDark, at) => {
      set(SIZE - 11 + (at % 3), Math.floor(at / 3), isDark);
      set(Math.floor(at / 3), SIZE - 11 + (at % 3), isDark);
    });
  return modules;
}
