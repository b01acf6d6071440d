/** The shelves of the blog. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';
import { categories } from './schema.ts';

export function readCategories(path: string, problems: Problem[]): z.infer<typeof categories> {
  const parsed = categories.safeParse(parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  problems.push(
    ...parsed.error.issues.map(({ path: at, message }) => ({
      file: 'categories.yml',
      message: `${at.join('.')}: ${message}`,
      repair: 'write it as packages/web/src/content/compile/schema.ts says',
    })),
  );
  return [];
}
