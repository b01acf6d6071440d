/** One Markdown file: its front matter as a value, and its text. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

export interface Document<Matter> {
  readonly file: string;
  readonly matter: Matter;
  readonly body: string;
}

type Read<Matter> =
  | { readonly document: Document<Matter>; readonly problems: readonly [] }
  | { readonly document: null; readonly problems: readonly Problem[] };

const FENCE = '---\n';

/** Front matter stands between two lines of `---` at the start of the file. */
export function readDocument<Matter>(path: string, file: string, schema: z.ZodType<Matter>): Read<Matter> {
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  const end = text.indexOf(`\n${FENCE}`, FENCE.length - 1);
  if (!text.startsWith(FENCE) || end < 0)
    return failed({
      file,
      message: 'there is no front matter',
      repair: 'begin the file with --- and close it with ---',
    });
  const value = parsedYaml(text.slice(FENCE.length, end + 1));
  if (value instanceof Error)
    return failed({ file, message: value.message.split('\n')[0] ?? '', repair: 'mend the YAML of the front matter' });
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    return failed(
      ...parsed.error.issues.map(({ path: at, message }) => ({
        file,
        message: `${at.join('.') || 'front matter'}: ${message}`,
        repair: 'write the field as packages/web/src/content/compile/schema.ts says',
      })),
    );
  return { document: { file, matter: parsed.data, body: text.slice(end + 1 + FENCE.length).trim() }, problems: [] };
}

const failed = (...problems: Problem[]) => ({ document: null, problems });

function parsedYaml(yaml: string): unknown {
  try {
    return parse(yaml);
  } catch (error) {
    return error instanceof Error ? error : new Error('the front matter cannot be read');
  }
}
