/** `npm run knowledge -- coverage | review | sign`: what a clinician does without code. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { coverage } from '../scripts/coverage.ts';
import { reviewSheet, sign } from '../scripts/review-sheet.ts';

const folder = mkdtempSync(join(tmpdir(), 'readingscan-sheet-'));
afterAll(() => rmSync(folder, { recursive: true }));

function copyOf(path: string): string {
  const copy = join(folder, path.replaceAll('/', '-'));
  copyFileSync(path, copy);
  return copy;
}

it('coverage lists the words that nothing knows, most frequent first', () => {
  const path = join(folder, 'report.txt');
  writeFileSync(path, 'FINDINGS: A zyxomatic nodule. The zyxomatic liver. No blorf.');
  const lines = coverage([path]).split('\n');
  expect(lines[0]).toMatch(/^1 report\(s\), \d+ content words: [\d.]+ % known$/);
  expect(lines[2]).toMatch(/^ +2 {2}in +1 {2}zyxomatic$/);
  expect(lines.some((line) => line.endsWith('  blorf'))).toBe(true);
  writeFileSync(path, 'FINDINGS: No pleural effusion.');
  expect(coverage([path])).toContain('100.0 % known');
});

describe.each([
  ['packages/knowledge/data/en/findings/lymph.yml', 'lymphadenopathy'],
  ['packages/knowledge/data/es/findings/lymph.yml', 'lymphadenopathy'],
  ['packages/knowledge/data/en/phrases/certainty.yml', 'suggestive-of'],
  ['packages/knowledge/data/en/glossary/chest-1.yml', 'pleural-effusion'],
])('a sheet of %s', (path, id) => {
  it('marks the entry that was signed and nothing else', () => {
    const copy = copyOf(path);
    const sheet = join(folder, 'sheet.csv');
    const rows = reviewSheet([copy]).split('\n');
    const at = rows.findIndex((row) => row.includes(`,${id},`));
    rows[at] = (rows[at] ?? '').replace(/,,,$/, ',"Dr. A, B",2026-11-28,"plain, but long"');
    writeFileSync(sheet, `\uFEFF${rows.join('\r\n')}`);
    const said = sign([sheet]);
    expect(said).toContain(`note on ${id}: plain, but long`);
    expect(said).toContain(`${id}: signed by Dr. A, B`);
    const changed = readFileSync(copy, 'utf8')
      .split('\n')
      .filter((line) => !readFileSync(path, 'utf8').includes(line));
    expect(changed).toHaveLength(1);
    expect(changed[0]).toContain('reviewed: { by: "Dr. A, B", date: 2026-11-28 }');
    expect(reviewSheet([copy])).toContain('"Dr. A, B",2026-11-28');
  });
});

it('a mark without a date is not taken', () => {
  const copy = copyOf('packages/knowledge/data/en/findings/lymph.yml');
  const before = readFileSync(copy, 'utf8');
  const sheet = join(folder, 'bad.csv');
  writeFileSync(
    sheet,
    `file,id,reviewed by,date,note\n${copy},lymphadenopathy,Dr. A,yesterday,\n${copy},no-such-id,Dr. A,2026-11-28,\n`,
  );
  expect(sign([sheet])).toBe(
    `lymphadenopathy: not signed, the date must be like 2026-11-28\nno-such-id: not signed, ${copy} has no such entry\n`,
  );
  expect(readFileSync(copy, 'utf8')).toBe(before);
});
