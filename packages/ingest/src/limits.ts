/** The sizes ingest accepts; SECURITY.md states them to readers. */
export const LIMITS = {
  fileBytes: 20 * 1024 * 1024,
  textCharacters: 512_000,
  pictureSide: 12_000,
  picturePixels: 40_000_000,
  pages: 30,
  pdfMilliseconds: 8_000,
  pdfMegabytes: 450,
  decodeSeconds: 5,
  ocrMilliseconds: 30_000,
} as const;
