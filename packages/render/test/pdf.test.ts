/** The PDF: its pages, what a screen reader meets, and signs that the standard fonts do not have. */
import { describe, expect, test } from 'vitest';
import { render } from '../src/index.ts';
import { isWritable, runsOf, widthOf } from '../src/pdf/letters.ts';
import { linesOf } from '../src/pdf/lines.ts';
import { LANGUAGES, REPORT, told } from './told.ts';

const pdf = (text: string, language: (typeof LANGUAGES)[number] = 'en', sheet = false): string =>
  Buffer.from(render(told(text, language), 'pdf', { sheet })).toString('latin1');
const pagesOf = (file: string): number => Number(/\/Count (\d+)/.exec(file)?.[1]);

describe('letters', () => {
  test('Latin, Greek and Chinese letters each have a font', () => {
    expect(runsOf('Größe ≥ 7 µm, β 结节', 'plain').map(({ font, literal }) => [font, literal])).toEqual([
      ['Plain', '(Gr\u00f6\u00dfe )'],
      ['Symbol', '(\u00b3)'],
      ['Plain', '( 7 \u00b5m, )'],
      ['Symbol', '(b)'],
      ['Plain', '( )'],
      ['Chinese', '<7ed38282>'],
    ]);
  });
  test('quotation marks and dashes keep their Windows places, and what would end a string is escaped', () => {
    expect(runsOf('“a” – (b) \\', 'report')).toMatchObject([
      { font: 'Report', literal: '(\u0093a\u0094 \u0096 \\(b\\) \\\\)' },
    ]);
  });
  test('a ligature is written as its letters; a sign without a letter is shown as lost, never left out', () => {
    expect(runsOf('ﬁbroid', 'plain')).toMatchObject([{ literal: '(fibroid)' }]);
    expect(runsOf('a😀b', 'plain')).toMatchObject([{ literal: '(a[?]b)' }]);
    expect([isWritable('≤ 5 mm, 5–6 × 7'), isWritable('😀')]).toEqual([true, false]);
  });
  test('widths are those of the metrics', () => {
    expect(widthOf('Ai', 'plain', 1000)).toBe(667 + 222);
    expect(widthOf('Ai', 'strong', 1000)).toBe(722 + 278);
    expect(widthOf('Ai', 'report', 1000)).toBe(722 + 278);
    expect(widthOf('结≥', 'plain', 1000)).toBe(1000 + 549);
  });
});

describe('lines', () => {
  const most = 120;
  test('no line is wider than the column, and no letter is lost', () => {
    for (const text of [
      'one two three four five six seven eight nine',
      `a${'b'.repeat(300)} c`,
      '报告说右肺上叶有一个小结节，已经长大。'.repeat(4),
    ]) {
      const lines = linesOf(text, 'plain', 11, most);
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines) expect(widthOf(line, 'plain', 11)).toBeLessThanOrEqual(most);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  });
  test('a Chinese line never begins with a mark that ends a sentence', () => {
    for (const line of linesOf('小结节，小结节。'.repeat(20), 'plain', 11, most)) expect(line).not.toMatch(/^[，。]/);
  });
});

describe('the file', () => {
  test('has the offset of every object where the table says it is', () => {
    const file = pdf(REPORT);
    const table = Number(/startxref\n(\d+)/.exec(file)?.[1]);
    expect(file.slice(table, table + 4)).toBe('xref');
    const offsets = [...file.slice(table).matchAll(/^(\d{10}) 00000 n /gm)].map(([, offset]) => Number(offset));
    expect(offsets.length).toBeGreaterThan(10);
    offsets.forEach((offset, at) => {
      expect(file.slice(offset).startsWith(`${at + 1} 0 obj\n`)).toBe(true);
    });
  });

  test.each(LANGUAGES)(
    'is tagged, with its language and title, and asks for no font that it does not use: %s',
    (language) => {
      const file = pdf(REPORT, language);
      expect(file).toContain(`/Lang (${language === 'zh' ? 'zh-Hans' : language})`);
      for (const role of ['H1', 'H2', 'P', 'LI', 'BlockQuote', 'L', 'Document']) expect(file).toContain(`/S /${role} `);
      expect(file.includes('STSong-Light')).toBe(language === 'zh');
      const marks = [...file.matchAll(/<<\/MCID (\d+)>> BDC/g)].length;
      expect([...file.matchAll(/\/Type \/MCR /g)]).toHaveLength(marks);
    },
  );

  test('the page for the visit is one page, also with many words to explain', () => {
    expect(pagesOf(pdf(REPORT, 'en', true))).toBe(1);
    const many = Array.from(
      { length: 60 },
      (_, i) => `${i + 1}. Vexil${'abcdefgh'[i % 8]}ous glorp of the plinth.`,
    ).join('\n');
    expect(pagesOf(pdf(`FINDINGS: Lungs are clear.\nIMPRESSION:\n${many}`, 'en', true))).toBe(1);
  });

  test('says so where a sign could not be written', () => {
    expect(pdf('FINDINGS: Lungs are clear 😀.\nIMPRESSION: No pleural effusion.')).toContain('([?] stands for a sign');
    expect(pdf(REPORT)).not.toContain('[?]');
  });

  test('is the same each time', () => {
    expect(pdf(REPORT)).toBe(pdf(REPORT));
  });
});
