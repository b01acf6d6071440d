/** Code pages of RTF → text. */
import { decodeWestern } from '../text/decode.ts';

/** \fcharset of a font → code page; null where the document's own counts. */
export function charsetPage(charset: number): number | null {
  return CHARSETS.get(charset) ?? null;
}

const CHARSETS: ReadonlyMap<number, number> = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

const LABELS: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [65001, 'utf-8'],
  ...[1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258].map((page) => [page, `windows-${page}`] as const),
]);

/** Bytes of a code page → text; pages nobody knows are read as the western one. */
export function decoderOf(page: number): (bytes: Uint8Array) => string {
  const label = LABELS.get(page);
  if (label === undefined) return page === 437 || page === 850 ? decodeDos : decodeWestern;
  return (bytes) => {
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      return decodeWestern(bytes);
    }
  };
}

/** 0x80 to 0xaf of the pages of DOS, and the few signs above that reports use. */
const DOS =
  '\u00c7\u00fc\u00e9\u00e2\u00e4\u00e0\u00e5\u00e7\u00ea\u00eb\u00e8\u00ef\u00ee\u00ec\u00c4\u00c5\u00c9\u00e6\u00c6\u00f4\u00f6\u00f2\u00fb\u00f9\u00ff\u00d6\u00dc\u00a2\u00a3\u00a5\u20a7\u0192\u00e1\u00ed\u00f3\u00fa\u00f1\u00d1\u00aa\u00ba\u00bf\u2310\u00ac\u00bd\u00bc\u00a1\u00ab\u00bb';
const DOS_SIGNS: Readonly<Record<number, string>> = {
  225: '\u00df',
  230: '\u00b5',
  241: '\u00b1',
  242: '\u2265',
  243: '\u2264',
  248: '\u00b0',
  253: '\u00b2',
};

function decodeDos(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes)
    text += byte < 0x80 ? String.fromCharCode(byte) : (DOS[byte - 0x80] ?? DOS_SIGNS[byte] ?? '?');
  return text;
}
