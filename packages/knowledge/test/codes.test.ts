/** Codes of other systems: of concepts that there are, and each once. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { radlexCodes } from '../src/compile/codes.ts';
import { type Loaded, loadKnowledge } from '../src/compile/load.ts';
import { KnowledgeError } from '../src/compile/problem.ts';

const data = join(import.meta.dirname, '../data');
const loaded: Loaded = loadKnowledge(data, 'en');

function problemsOf(codes: string): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'readingscan-codes-'));
  mkdirSync(join(root, 'en/codes'), { recursive: true });
  writeFileSync(join(root, 'en/codes/radlex.yml'), `source: made up\nreviewed: no\ncodes:\n${codes}`);
  try {
    radlexCodes(root, loaded);
    return [];
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return error.problems.map(({ line, message }) => `${line}: ${message}`);
  }
}

test('a code of no concept, a code given twice and what is no code are told with their line', () => {
  expect(problemsOf('  pneumothorax: RID5352\n')).toEqual([]);
  expect(problemsOf('  pneumothorax: RID5352\n  no-such-thing: RID1\n')).toEqual([
    '5: there is no concept no-such-thing',
  ]);
  expect(problemsOf('  pneumothorax: RID5352\n  pneumonia: RID5352\n')).toEqual([
    '5: RID5352 is given to pneumothorax too',
  ]);
  expect(problemsOf('  pneumothorax: 5352\n')).toHaveLength(1);
});

test('those that are shipped are of every kind of concept', () => {
  const codes = radlexCodes(data, loaded);
  const kinds = new Set(
    loaded.entries.flatMap(({ layer, kind, value }) =>
      layer === 'concept' && codes.has(String(value.id)) ? [kind] : [],
    ),
  );
  expect([...kinds].sort()).toEqual(['anatomy', 'device', 'finding', 'procedure', 'test']);
  expect(codes.get('pneumothorax')).toBe('RID5352');
});
