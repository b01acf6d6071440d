/** A text → its lines of a width, broken between words, between Chinese letters, and within a word that is longer than a line. */
import { PIECES } from '../pieces.ts';
import { type Face, widthOf } from './letters.ts';

/** @param most width of a line, in points */
export function linesOf(text: string, face: Face, size: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  const end = (): void => {
    if (line) lines.push(line);
    line = '';
    width = 0;
  };
  const add = (piece: string): void => {
    const own = widthOf(piece, face, size);
    if (line && width + own > most) end();
    const added = line ? piece : piece.trimStart();
    line += added;
    width += added === piece ? own : widthOf(added, face, size);
  };
  for (const [piece] of text.matchAll(PIECES)) {
    if (widthOf(piece.trimStart(), face, size) <= most) add(piece);
    else for (const letter of piece) add(letter);
  }
  end();
  return lines;
}
