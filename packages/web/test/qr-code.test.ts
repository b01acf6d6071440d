/** The picture that an app reads a key from: held to the example of the standard, and read by a reader that is not ours. */
import jsQr from 'jsqr';
import { expect, test } from 'vitest';
import { correctionOf, type QrCode, qrCode } from '../src/account/qr-code.ts';

const ADDRESS =
  'otpauth://totp/ReadingScan:ana%40quillfeather.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=ReadingScan';
/** Pixels of a module, and modules of white around all. */
const [SCALE, MARGIN] = [4, 4];

/** What a reader finds in it, of which some pixels may be spoiled. */
function readFrom(code: QrCode, isSpoiled: (row: number, column: number) => boolean = () => false): string | null {
  const size = (code.length + 2 * MARGIN) * SCALE;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const [row, column] = [Math.floor(y / SCALE) - MARGIN, Math.floor(x / SCALE) - MARGIN];
      if (code[row]?.[column] || isSpoiled(row, column)) pixels.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
    }
  return jsQr(pixels, size, size)?.data ?? null;
}

test('its correction is that of the example of ISO/IEC 18004, annex I', () => {
  const data = [0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, ...Array.from({ length: 10 }, (_, at) => (at % 2 ? 0x11 : 0xec))];
  expect(correctionOf(data, 10)).toEqual([0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55]);
});

test('is read as the address of the key, a part of it covered too', () => {
  const code = qrCode(ADDRESS);
  if (!code) throw new Error('no picture');
  expect(code).toHaveLength(49);
  expect(readFrom(code)).toBe(ADDRESS);
  expect(readFrom(code, (row, column) => row > 28 && row < 34 && column > 12 && column < 24)).toBe(ADDRESS);
});

test('is read whatever it holds and however long it is, up to 152 bytes', () => {
  for (let length = 0; length <= 152; length += 1) {
    const text = Array.from({ length }, (_, at) => String.fromCharCode(33 + ((at * 37 + length * 11) % 91))).join('');
    expect(readFrom(qrCode(text) ?? []), `${length} bytes`).toBe(text);
  }
  expect(readFrom(qrCode('ñandú 东西') ?? [])).toBe('ñandú 东西');
});

test('there is none of what is longer', () => {
  expect(qrCode('x'.repeat(153))).toBeNull();
  expect(qrCode('é'.repeat(77))).toBeNull();
});
