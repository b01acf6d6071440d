/** One YAML file: its value, and the line of any path in it. */
import { readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

export interface YamlFile {
  readonly name: string;
  readonly value: unknown;
  readonly line: (path: readonly PropertyKey[]) => number;
  readonly problems: readonly Problem[];
}

export function readYaml(path: string, name: string): YamlFile {
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: counter, prettyErrors: false });
  const line = (keys: readonly PropertyKey[]): number => {
    for (let depth = keys.length; depth >= 0; depth -= 1) {
      const node = document.getIn(keys.slice(0, depth), true);
      if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
    }
    return 1;
  };
  const problems = document.errors.map((error) => ({
    file: name,
    line: counter.linePos(error.pos[0]).line,
    message: error.message,
    repair: 'mend the YAML: check indentation, quotes around ": " and "#", and unclosed brackets',
  }));
  return { name, value: problems.length ? null : document.toJS(), line, problems };
}

/** Problems of a failed parse, each at its line. `under` is the path of the parsed value in the file. */
export function schemaProblems(file: YamlFile, under: readonly PropertyKey[], error: z.ZodError): Problem[] {
  return error.issues.map((issue) => ({
    file: file.name,
    line: file.line([...under, ...issue.path]),
    message: `${issue.path.join('.') || 'entry'}: ${issue.message}`,
    repair:
      issue.code === 'unrecognized_keys'
        ? 'remove the unknown field or correct its spelling (fields: packages/knowledge/src/schema)'
        : 'write the field as its schema in packages/knowledge/src/schema says',
  }));
}
