/** Of the cores of the text recognition a device needs one: the fastest that it can run. */

const RELAXED_SIMD = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 15, 1, 13, 0, 65, 1, 253, 15, 65, 2, 253, 15,
  253, 128, 2, 11,
];
const SIMD = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
];
const RELAXED = '/tesseract-core-relaxedsimd-';
const FAST = '/tesseract-core-simd-';
const PLAIN = '/tesseract-core-lstm';
const CORES = [RELAXED, FAST, PLAIN];

export function neededHere(paths: readonly string[]): readonly string[] {
  const core = runs(RELAXED_SIMD) ? RELAXED : runs(SIMD) ? FAST : PLAIN;
  return paths.filter((path) => path.includes(core) || !CORES.some((other) => path.includes(other)));
}

function runs(program: readonly number[]): boolean {
  return WebAssembly.validate(new Uint8Array(program));
}
