/** Statements told in other languages, held to what was agreed, and to the figures, sides and denials of the statement. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { english, TOLD, toldIn } from './support/english.ts';
import { facts } from './support/guarantees.ts';

const PATH = new URL('./told-cases/statements.txt', import.meta.url);

interface Case {
  readonly statement: string;
  readonly answers: Readonly<Record<string, string>>;
}

function casesOf(text: string): readonly Case[] {
  const cases: { statement: string; answers: Record<string, string> }[] = [];
  for (const line of text.split('\n')) {
    const answer = /^ {2}(\w\w): (.*)$/.exec(line);
    if (answer) Object.assign(cases.at(-1)?.answers ?? {}, { [answer[1] ?? '']: answer[2] ?? '' });
    else if (line && !line.startsWith('#')) cases.push({ statement: line, answers: {} });
  }
  return cases;
}

function told(language: (typeof TOLD)[number], statement: string): string {
  const { sections } = toldIn(language).explain({ kind: 'text', text: `FINDINGS: ${statement}` });
  const all = sections.flatMap(({ statements }) => statements);
  const isWritten = all.every(({ how }) => how === 'verbatim');
  return isWritten ? '=' : all.flatMap(({ plain }) => plain.map(({ text }) => text)).join(' ');
}

const text = readFileSync(PATH, 'utf8');
const cases = casesOf(text);

describe('statements in other languages', () => {
  it.each(cases)('$statement', ({ statement, answers }) => {
    expect(Object.fromEntries(TOLD.map((language) => [language, told(language, statement)]))).toEqual(answers);
  });
  if (process.env.UPDATE_GOLDEN) {
    const lines = text.split('\n').filter((line) => !/^ {2}\w\w: /.test(line));
    const anew = lines.flatMap((line) =>
      line && !line.startsWith('#')
        ? [line, ...TOLD.map((language) => `  ${language}: ${told(language, line)}`)]
        : [line],
    );
    writeFileSync(PATH, anew.join('\n'));
  }
});

describe('what must not hang on the language', () => {
  it.each(cases)('$statement', ({ statement }) => {
    const source = { kind: 'text', text: `FINDINGS: ${statement}\nIMPRESSION: ${statement}` } as const;
    const expected = facts(english().explain(source));
    for (const language of TOLD) expect(facts(toldIn(language).explain(source))).toEqual(expected);
  });
});

it('a report that no word is known of stays in its own words', () => {
  const source = { kind: 'text', text: 'IMPRESSION: Zyxwv qwrt blorf.' } as const;
  for (const language of TOLD) {
    const { items, language: own } = toldIn(language).explain(source);
    expect(own).toBe(language);
    expect(items.flatMap(({ plain }) => plain.map(({ text: sentence, how }) => [sentence, how]))).toEqual([
      ['Zyxwv qwrt blorf.', 'verbatim'],
    ]);
  }
});
