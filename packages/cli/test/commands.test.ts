/** The contract of the command line: documents, order, exit codes, and one line that a patient can act on. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explanation, extraction, reading } from '@readingscan/contract';
import { describe, expect, it } from 'vitest';
import { example, readingscan, startReadingscan } from './program.ts';

const REPORT =
  'CHEST X-RAY\n\nFINDINGS: The lungs are clear. No pleural effusion.\n\nIMPRESSION: No acute cardiopulmonary process.\n';

describe('documents', () => {
  it('explain writes an explanation that the schema knows', () => {
    const { code, stdout } = readingscan(['explain', '-'], REPORT);
    expect(code).toBe(0);
    expect(explanation.safeParse(JSON.parse(stdout)).error?.issues ?? []).toEqual([]);
  });
  it('read reads a single sentence', () => {
    const { code, stdout } = readingscan(['read', '-'], 'No pleural effusion.');
    expect(code).toBe(0);
    const document = reading.parse(JSON.parse(stdout));
    expect(document.findings.map(({ concept, assertion }) => `${concept} ${assertion.presence}`)).toEqual([
      'pleural-effusion absent',
    ]);
  });
  it('extract keeps plain text to the last character', () => {
    const text = '  Ünusual  spacing\r\n\n and a tail \n';
    const { stdout } = readingscan(['extract', '-'], text);
    expect(extraction.parse(JSON.parse(stdout)).source.text).toBe(text);
  });
  it('a PDF is read by its text', () => {
    const { code, stdout } = readingscan(['explain', '--format', 'json', example('chest-xray.pdf')]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).items.length).toBeGreaterThan(0);
  });
  for (const format of ['text', 'markdown', 'html', 'fhir', 'ics', 'pdf']) {
    it(`explain writes ${format}, and the page for the visit alone`, () => {
      const whole = readingscan(['explain', '--format', format, example('knee-mri.txt')]);
      const sheet = readingscan(['explain', '--format', format, '--sheet', example('knee-mri.txt')]);
      expect([whole.code, sheet.code]).toEqual([0, 0]);
      expect(sheet.stdout.length).toBeGreaterThan(50);
      if (format !== 'fhir' && format !== 'ics') expect(sheet.stdout.length).toBeLessThan(whole.stdout.length);
    });
  }
  it('a PDF of ours holds the words that it was made of', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'readingscan-pdf-')), 'mine.pdf');
    readingscan(['explain', '--format', 'pdf', '--output', path, example('knee-mri.txt')]);
    const told = JSON.parse(readingscan(['explain', '--format', 'json', example('knee-mri.txt')]).stdout);
    const text = readingscan(['extract', '--format', 'text', path]).stdout.replace(/\s+/g, ' ');
    expect(text).toContain(told.headline.text);
    for (const { plain } of told.items) for (const { text: sentence } of plain) expect(text).toContain(sentence);
  });
  it('the report in a FHIR document of ours is read again to the last letter', () => {
    const sent = readingscan(['explain', '--format', 'fhir', example('knee-mri.txt')]).stdout;
    const read = extraction.parse(JSON.parse(readingscan(['extract', '-'], sent).stdout));
    expect(read.source.kind).toBe('fhir');
    expect(read.source.text.trim()).toBe(readFileSync(example('knee-mri.txt'), 'utf8').trim());
  });
  it('explain tells all that was found where the report has no impression', () => {
    const { code, stdout } = readingscan(
      ['explain', '--format', 'text', '-'],
      'XR right wrist. Healing fracture. No hardware.',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('What the report found');
    expect(stdout).toContain('There is a healing broken bone.');
  });

  it.each([
    ['es', 'No se ven signos de'],
    ['zh', '没有看到'],
  ])('explain tells a report in %s', (language, words) => {
    const { code, stdout } = readingscan(['explain', '--language', language, '--format', 'json', '-'], REPORT);
    expect(code).toBe(0);
    const document = explanation.parse(JSON.parse(stdout));
    expect(document.language).toBe(language);
    expect(document.items[0]?.plain[0]?.text).toContain(words);
    for (const format of ['text', 'markdown', 'html', 'pdf', 'ics']) {
      const written = readingscan(['explain', '--language', language, '--format', format, '-'], REPORT);
      expect(written.code).toBe(0);
      expect(written.stdout).not.toMatch(/What the Impression says|Questions to ask/);
    }
  });
  it('the same input gives the same bytes', () => {
    expect(readingscan(['explain', '-'], REPORT).stdout).toBe(readingscan(['explain', '-'], REPORT).stdout);
  });
});

describe('batch', () => {
  const lines = [
    JSON.stringify({ id: 'a', text: REPORT }),
    'no json',
    JSON.stringify({ id: 'b' }),
    JSON.stringify({ id: 'c', text: REPORT }),
  ].join('\n');
  it('answers each line in its order, and a bad line stops nothing', () => {
    const answers = readingscan(['batch', 'explain'], lines)
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id, error, schema }) => [id, error?.code ?? schema])).toEqual([
      ['a', 'readingscan.explanation/1'],
      [null, 'usage'],
      ['b', 'usage'],
      ['c', 'readingscan.explanation/1'],
    ]);
  });
  it('worker threads keep the order and the answers', () => {
    const many = Array.from({ length: 40 }, (_, id) =>
      JSON.stringify({ id, text: `Nodule of ${id + 1} mm in the left lung.` }),
    ).join('\n');
    expect(readingscan(['batch', 'read', '--jobs', '2'], many).stdout).toBe(
      readingscan(['batch', 'read'], many).stdout,
    );
  });
  it('a file among texts keeps its place, with worker threads too', () => {
    const mixed = [
      { id: 0, path: example('chest-xray.pdf') },
      ...Array.from({ length: 5 }, (_, i) => ({ id: i + 1, text: REPORT })),
    ]
      .map((line) => JSON.stringify(line))
      .join('\n');
    for (const jobs of ['1', '2'])
      expect(
        readingscan(['batch', 'extract', '--jobs', jobs], mixed)
          .stdout.trim()
          .split('\n')
          .map((line) => [JSON.parse(line).id, JSON.parse(line).source?.kind]),
      ).toEqual([[0, 'pdf'], ...Array.from({ length: 5 }, (_, i) => [i + 1, 'text'])]);
  });
  it.each(['1', '2'])('each line is answered before the next is sent, with %s threads', async (jobs) => {
    const child = startReadingscan(['batch', 'read', '--jobs', jobs]);
    for (const id of ['x', 'y', 'z']) {
      child.stdin.write(`${JSON.stringify({ id, text: REPORT })}\n`);
      expect(JSON.parse(await child.line()).id).toBe(id);
    }
    child.stdin.end();
  });
  it('assert answers for a target that no lexicon knows', () => {
    const answer = JSON.parse(
      readingscan(['assert'], JSON.stringify({ id: 1, text: 'No evidence of glimmerosis.', target: 'glimmerosis' }))
        .stdout,
    );
    expect(answer).toMatchObject({ id: 1, assertion: { presence: 'absent' } });
  });
});

describe('bad input ends with its code and one line', () => {
  const cases: readonly (readonly [
    name: string,
    args: readonly string[],
    input: string | Uint8Array,
    exit: number,
    code: string,
  ])[] = [
    ['nothing', ['explain', '-'], '', 3, 'unreadable'],
    ['binary rubbish', ['explain', '-'], new Uint8Array([0, 1, 2, 3, 255, 254, 7, 0, 9]), 3, 'unreadable'],
    ['a shopping list', ['explain', '-'], 'Milk, bread and two pounds of apples, please.', 4, 'not-a-report'],
    [
      'a laboratory report',
      ['explain', '-'],
      'Sodium 139 mmol/L\nPotassium 4.2 mmol/L\nHemoglobin 13.9 g/dL\n',
      4,
      'not-a-report',
    ],
    [
      'a truncated picture',
      ['explain', '-'],
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]),
      3,
      'unreadable',
    ],
    ['an unknown file', ['explain', 'no-such-file.txt'], '', 3, 'unreadable'],
    ['no file', ['explain'], '', 2, 'usage'],
    ['an unknown command', ['divine'], '', 2, 'usage'],
    ['an unknown language', ['explain', '--language', 'tlh', '-'], REPORT, 2, 'usage'],
  ];
  for (const [name, args, input, exit, code] of cases) {
    it(name, () => {
      const ended = readingscan([...args, '--format', 'json'], input);
      expect(ended.code).toBe(exit);
      expect(JSON.parse(ended.stdout).error.code).toBe(code);
      expect(ended.stderr.trim().split('\n')).toHaveLength(1);
      expect(ended.stderr).not.toMatch(/\bat .*:\d+:\d+|node:internal/);
    });
  }
  it('no report text stands on stderr', () => {
    expect(readingscan(['explain', '-'], `${REPORT}Zanzibarium`).stderr).not.toContain('Zanzibarium');
  });
});

it('--help teaches every command', () => {
  const { code, stdout } = readingscan(['--help']);
  expect(code).toBe(0);
  for (const command of ['explain', 'read', 'extract', 'deidentify', 'compare', 'assert', 'batch', 'serve'])
    expect(stdout).toContain(command);
});
