/** Files that were sent in pieces are put together: a piece has no beginning that any kind of file has. */
const MOST_PIECES = 500;
const MOST_FILES = 8;

export function wholeFiles(files: readonly Uint8Array[]): Uint8Array[] {
  const groups: Uint8Array[][] = [];
  for (const file of files.slice(0, MOST_PIECES)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group?.[0] && last && startsPdf(group[0]) && !startsPdf(file) && !endsPdf(last)) group.push(file);
    else groups.push([file]);
  }
  return groups.slice(0, MOST_FILES).map(concatenated);
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const startsPdf = (file: Uint8Array): boolean => latin(file.subarray(0, 5)) === '%PDF-';
const endsPdf = (file: Uint8Array): boolean => latin(file.subarray(-1024)).includes('%%EOF');
