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
  /** elements of a markup file, values of a JSON file, elements of a DICOM file */
  elements: 400_000,
  attributes: 500,
  depth: 400,
  /** lines and fields of an HL7 message */
  segments: 60_000,
  fields: 200,
  /** corrections of observations, and messages about one order */
  changes: 2_000,
  versions: 100,
  /** a packed file: entries, bytes of one and of all, and files that are opened as reports */
  entries: 5_000,
  entryBytes: 20 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  archiveReports: 12,
  /** files within files within files */
  nesting: 3,
} as const;
