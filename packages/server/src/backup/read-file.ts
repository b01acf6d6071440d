/** A backup read from its file, a line at a time: what it says of itself is held to what is in it, to the last byte. */
import { createReadStream } from 'node:fs';
import { codeOf } from '../failure-code.ts';
import { BackupFault } from './fault.ts';
import { type Heading, headingIn, lineOf, rowIn, type Sums, summing, type TableHeading, tableIn } from './lines.ts';
import { isWritten, type Written } from './values.ts';

export type Entry =
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'table'; readonly table: TableHeading }
  | { readonly kind: 'row'; readonly table: TableHeading; readonly row: readonly Written[] }
  | { readonly kind: 'end'; readonly sums: Sums };

/** A row has 5 MB and a third of that at most. */
const LONGEST = 64 << 20;
const CLOSING = '{"tables":';

/** Ends with the entry `end`, or throws `BackupFault`: nothing that came before is to be kept then. */
export async function* entriesOf(path: string): AsyncGenerator<Entry> {
  const sum = summing();
  let [heading, table]: [Heading | null, TableHeading | null] = [null, null];
  const names = new Set<string>();
  let isOver = false;
  for await (const bytes of linesOf(path)) {
    if (isOver) throw altered();
    const line = bytes.toString('utf8');
    if (!heading) {
      heading = headingIn(line);
      if (!heading)
        throw new BackupFault('unreadable', 'This is no backup of ReadingScan, or of a newer version of it.');
      sum.heading(bytes);
      yield { kind: 'heading', heading };
    } else if (line.startsWith(CLOSING)) {
      const sums = sum.sums();
      if (line !== lineOf(sums)) throw altered();
      isOver = true;
      yield { kind: 'end', sums };
    } else if (line.startsWith('{')) {
      table = tableIn(line);
      if (!table || names.has(table.table)) throw altered();
      names.add(table.table);
      sum.table(bytes, table.table);
      yield { kind: 'table', table };
    } else {
      const row = rowIn(line);
      if (!table || !row || !fits(row, table)) throw altered();
      sum.row(bytes);
      yield { kind: 'row', table, row };
    }
  }
  if (!isOver) throw new BackupFault('unreadable', 'The backup ends in the middle: it was cut short.');
}

const altered = (): BackupFault =>
  new BackupFault('unreadable', 'The backup is not as it was written: something in it was changed.');

const fits = (row: readonly unknown[], { columns }: TableHeading): row is readonly Written[] =>
  row.length === columns.length && columns.every(([, kind], index) => isWritten(row[index], kind));

/** Each with its end; what comes after the last end is no line. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let open: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunksOf(path)) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...open, chunk.subarray(from, at + 1)]);
      [open, length, from] = [[], 0, at + 1];
    }
    open.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > LONGEST) throw altered();
  }
  if (length > 0) throw new BackupFault('unreadable', 'The backup ends in the middle: it was cut short.');
}

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) yield chunk;
  } catch (error) {
    throw new BackupFault('unreadable', `The file cannot be read (${codeOf(error)}).`);
  }
}
