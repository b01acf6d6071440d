/** Each block of segment-cases/*.txt is a report of ours and what the segmenter must make of it. */
import { readFileSync } from 'node:fs';
import { compile } from '@readingscan/knowledge/compile';
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../src/knowledge.ts';
import { createEngine } from '../src/pipeline.ts';
import { segment } from '../src/segment/segment.ts';
import type { Segmented } from '../src/stages.ts';
import { effortOf } from './support/effort.ts';

const { reading } = compile(new URL('../../knowledge/data', import.meta.url).pathname, 'en', 'test', {
  keepGoing: true,
});
const knowledge = knowledgeOf(reading, null);
const engine = createEngine(reading, null);
const read = (text: string): Segmented => segment({ kind: 'text', text }, knowledge);
const flat = (text: string): string => text.replaceAll('\n', '↵');

function cases(name: string): [string, string][] {
  const file = readFileSync(new URL(`./segment-cases/${name}.txt`, import.meta.url), 'utf8');
  return file
    .slice(file.indexOf('\n\n') + 2)
    .split('\n@@\n')
    .map((block): [string, string] => {
      const [text = '', expected = ''] = block.split('\n==>\n');
      return [text, expected.trim()];
    });
}

describe('sections', () => {
  it.each(cases('sections'))('%s', (text, expected) => {
    const { sections, statements } = read(text);
    const shown = sections.map(({ id, code, implied }) => {
      const own = statements.filter(({ section }) => section === id).map(({ span }) => flat(text.slice(...span)));
      return `${code}${implied ? ' implied' : ''}: ${own.join(' | ')}`;
    });
    expect(shown.join('\n')).toBe(expected);
  });
});

describe('impression items', () => {
  it.each(cases('items'))('%s', (words, expected) => {
    const text = `IMPRESSION:\n${words}`;
    const { items, statements } = read(text);
    expect(items.map(({ span }) => flat(text.slice(...span))).join('\n')).toBe(expected);
    expect(items.map(({ rank }) => rank)).toEqual(items.map((_, i) => i + 1));
    for (const item of items) for (const id of item.statements) expect(statements.some((s) => s.id === id)).toBe(true);
  });

  it('run on over two studies, and an addendum adds one at the end', () => {
    const text =
      'CT CHEST\nFINDINGS: Clear.\nIMPRESSION: 1. Normal chest.\nCT PELVIS\nFINDINGS: A cyst.\nIMPRESSION: 1. Cyst.\nADDENDUM: On review, a hernia is also seen.';
    expect(read(text).items.map(({ rank, span }) => `${rank} ${text.slice(...span)}`)).toEqual([
      '1 Normal chest.',
      '2 Cyst.',
      '3 On review, a hernia is also seen.',
    ]);
  });
});

describe('statements', () => {
  const all = [...cases('sections').map(([text]) => text), ...cases('items').map(([text]) => `IMPRESSION:\n${text}`)];
  it.each(all)('keep the order of the text, never overlap and never span a blank line: %s', (text) => {
    let last = 0;
    read(text).statements.forEach(({ id, span }, i) => {
      expect(id).toBe(`st${i + 1}`);
      expect(span[0]).toBeGreaterThanOrEqual(last);
      expect(text.slice(...span)).not.toMatch(/\n\s*\n/);
      last = span[1];
    });
  });

  it.each(all)('and headings hold every letter: %s', (text) => {
    const { sections, statements } = read(text);
    const held = [...sections.flatMap(({ heading }) => heading ?? []), ...statements.flatMap(({ span }) => span)];
    const spans = Array.from({ length: held.length / 2 }, (_, i) => [held[2 * i] ?? 0, held[2 * i + 1] ?? 0]);
    const bare = [...text.matchAll(/\p{L}/gu)].filter(
      ({ index }) => !spans.some(([a = 0, b = 0]) => index >= a && index < b),
    );
    expect(bare.map(([letter]) => letter).join('')).toBe('');
  });

  it.each([
    ['Seen by Dr. Green at 5 p.m. on image No. 4. It is 1.2 cm.', 2],
    ['There is fluid.The lung is clear.', 2],
    ['No mass (see above. Also series 3.) is seen.', 1],
    ['Hepatitis B. The liver is large.', 2],
  ])('end where a sentence ends: %s', (text, count) => {
    expect(read(`FINDINGS: ${text}`).statements).toHaveLength(count);
  });
});

describe('standing of a report', () => {
  it.each([
    ['PRELIMINARY REPORT\nFINDINGS: Clear.\nIMPRESSION: Normal.', 'preliminary', ['preliminary']],
    ['FINDINGS: Clear.\nIMPRESSION: Normal.\nElectronically signed by A. Reader', 'final', []],
    ['FINDINGS: Clear.\nIMPRESSION: Normal.\nADDENDUM: A scar is also seen.', 'addendum', ['addendum-changes']],
    ['FINDINGS: Clear.\nIMPRESSION: Normal.\nCORRECTION: the left side.', 'corrected', ['addendum-changes']],
    ['HISTORY: Surgical correction of a foot in 2012.\nFINDINGS: Clear.\nIMPRESSION: Normal.', null, []],
    ['HISTORY: Spine.\nSurgical correction: 2012.\nFINDINGS: Clear.\nIMPRESSION: Normal.', null, []],
    ['TECHNIQUE: Attenuation correction. Motion correction was applied.\nIMPRESSION: Normal.', null, []],
    ['CORRECTED REPORT\nFINDINGS: Clear.\nIMPRESSION: Normal.', 'corrected', ['addendum-changes']],
    ['FINDINGS: Clear.\nIMPRESSION: Normal.', null, []],
  ])('%s', (text, status, warnings) => {
    const found = read(text);
    expect(found.status).toBe(status);
    expect(found.warnings.map(({ code }) => code)).toEqual(warnings);
  });

  it('warns of two people', () => {
    const text =
      'Name: Ann Example\nFINDINGS: Clear.\nIMPRESSION: Normal.\n\nName: Bob Muster\nFINDINGS: Cyst.\nIMPRESSION: Cyst.';
    expect(read(text).warnings.map(({ code }) => code)).toContain('several-people');
  });
});

describe('time', () => {
  it.each([
    '. ',
    '1. a ',
    '(a ',
    'Comment:\n',
    '... ',
    '- x\n',
    'Lungs: clear. ',
    'Cyst  ',
    'Liver: x, ',
    'CT HEAD:\n',
    '# ',
    '(a? ',
  ])('grows no faster than the text: %j', (bait) => {
    expect(effortOf(() => read(`IMPRESSION: ${bait.repeat(60_000)}`))).toBeLessThan(4000);
  });
});

describe('a history that hides findings', () => {
  it.each(['HISTORY: pain.\n', 'HISTORY: pain.\nCyst of the liver ', 'HISTORY: '])(
    'is read in good time: %j',
    (bait) => {
      expect(effortOf(() => read(`${bait}${'cyst no pain on liver. '.repeat(30_000)}`))).toBeLessThan(4000);
    },
  );
});

describe('evidence of a report', () => {
  it.each([
    ['Chest PA: normal.', true],
    ['Normal chest x-ray.', true],
    ['IMPRESSION: No active disease.', true],
    ['Dear Dr Lee,\nThe MRI of the left knee shows a torn meniscus.\nKind regards\nDr Roe', true],
    ['Complete Blood Count\nWBC 5.2 4.0-11.0\nHemoglobin 13.2 g/dL\nPlatelets 250', false],
    ['Invoice 2231\nQty 2 Widgets 10.00\nTotal 20.00\nPayment due in 30 days', false],
    ['Pancakes: 2 cups flour, 1 cup sugar. Bake in a hot oven.', false],
    ['Discharge summary: admitted with chest pain, discharged on aspirin 75 mg once daily. Chest x-ray normal.', false],
    ['asdf jkl 0 8 ~~ |l I1 %', false],
    ['', false],
  ])('%s', (text, expected) => {
    expect(engine.isReport(engine.read({ kind: 'text', text }))).toBe(expected);
  });
});
