/** Files that were sent in pieces are put together: a piece has no beginning that any kind of file has. */
import { joinedBytes, latinOf } from '../../bytes.ts';

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
  return groups.slice(0, MOST_FILES).map((group) => joinedBytes(group));
}

const startsPdf = (file: Uint8Array): boolean => latinOf(file, 0, 5) === '%PDF-';
const endsPdf = (file: Uint8Array): boolean => latinOf(file.subarray(-1024)).includes('%%EOF');
