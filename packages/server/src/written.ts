/** Documents of the reader as JSON: written in its threads where it has some, else here. */
import type { ProgramReader, ReaderResult, WritingReader, WrittenDocument } from '@readingscan/reader';

export type Write = WritingReader['write'];
type Refused<T> = Extract<ReaderResult<T>, { ok: false }>;

export const writeOf = (reader: ProgramReader | WritingReader): Write =>
  'write' in reader ? reader.write : async (...asked) => written(await run(reader, ...asked));

/** The document of a refusal, to be told within another one. */
export const readable = ({ document, ...refused }: Refused<WrittenDocument>): Refused<unknown> =>
  document === undefined ? refused : { ...refused, document: JSON.parse(new TextDecoder().decode(document)) };

function run(reader: ProgramReader, ...[task, inputs, options]: Parameters<Write>): Promise<ReaderResult<object>> {
  const [input = { kind: 'text', text: '' } as const] = inputs;
  switch (task) {
    case 'explain':
      return reader.explain(input, options);
    case 'read':
      return reader.read(input, options);
    case 'extract':
      return reader.extract(input, options);
    case 'deidentify':
      return reader.deidentify(input, options);
    case 'compare':
      return reader.compare(inputs, options);
    default:
      return task satisfies never;
  }
}

function written(result: ReaderResult<object>): ReaderResult<WrittenDocument> {
  const of = (document: object): WrittenDocument => new TextEncoder().encode(JSON.stringify(document));
  if (result.ok) return { ok: true, document: of(result.document) };
  const { document, ...refused } = result;
  return document === undefined ? refused : { ...refused, document: of(document) };
}
