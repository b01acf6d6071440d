/** A stream of bytes → chunks of its lines, as they come: never more of it in memory than one chunk and one line. */

export interface Chunk {
  /** reports before it */
  readonly first: number;
  /** null: a line that is longer than one may be */
  readonly lines: readonly (string | null)[];
}

export interface ChunkLimits {
  readonly lines: number;
  /** characters */
  readonly length: number;
  /** characters */
  readonly longestLine: number;
}

/** A hundred reports are a second or two of work: what a killed worker loses. */
export const CHUNK: ChunkLimits = { lines: 100, length: 512 * 1024, longestLine: 3 * 1024 * 1024 };

/** Lines that hold something; a line may come in any number of pieces. */
export async function* chunksOf(pieces: AsyncIterable<Uint8Array>, limits = CHUNK): AsyncGenerator<Chunk> {
  let [first, length]: [number, number] = [0, 0];
  let lines: (string | null)[] = [];
  for await (const line of linesOf(pieces, limits.longestLine)) {
    if (line !== null && line.trim() === '') continue;
    lines.push(line);
    length += line?.length ?? 0;
    if (lines.length < limits.lines && length < limits.length) continue;
    yield { first, lines };
    first += lines.length;
    [lines, length] = [[], 0];
  }
  if (lines.length > 0) yield { first, lines };
}

async function* linesOf(pieces: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<string | null> {
  const decoder = new TextDecoder();
  let begun: string[] = [];
  let length = 0;
  const add = (part: string): void => {
    length += part.length;
    // what is too long is counted, not held
    if (length > longest) begun = [];
    else begun.push(part);
  };
  const ended = (): string | null => {
    const line = length > longest ? null : begun.join('');
    [begun, length] = [[], 0];
    return line;
  };
  for await (const piece of pieces) {
    const [start = '', ...rest] = decoder.decode(piece, { stream: true }).split('\n');
    add(start);
    for (const part of rest) {
      yield ended();
      add(part);
    }
  }
  add(decoder.decode());
  yield ended();
}

/** As a chunk is kept. */
export const written = (lines: readonly (string | null)[]): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(lines));

/** It was written by `written`: one boundary. */
export const readLines = (bytes: Uint8Array): readonly (string | null)[] =>
  JSON.parse(new TextDecoder().decode(bytes)) as readonly (string | null)[];
