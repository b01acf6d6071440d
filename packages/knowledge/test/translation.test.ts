/** Every id has words in every language that reports are told in, and the compiler says which has not. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../src/compile/load.ts';
import { KnowledgeError } from '../src/compile/problem.ts';
import { translate } from '../src/compile/translate.ts';

const DATA = fileURLToPath(new URL('../data', import.meta.url));
const LANGUAGES = ['es', 'zh'];
const english = loadKnowledge(DATA, 'en');

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** The data with one file of a language changed; what the compiler says of it. */
function problemsOf(language: string, file: string, change: (text: string) => string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'readingscan-words-'));
  folders.push(folder);
  cpSync(join(DATA, language), join(folder, language), { recursive: true });
  const path = join(folder, language, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  try {
    translate(folder, language, '0', english);
    return [];
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return error.problems.map(({ file: name, message }) => `${name}: ${message}`);
  }
}

describe.each(LANGUAGES)('%s', (language) => {
  const words = translate(DATA, language, '0', english);

  it('has words for every concept and modifier that is read', () => {
    const ids = (layer: string) =>
      english.entries.filter((entry) => entry.layer === layer).map(({ value }) => value.id);
    expect(ids('concept').filter((id) => !(String(id) in words.concepts))).toEqual([]);
    expect(ids('modifier').filter((id) => !(String(id) in words.modifiers))).toEqual([]);
  });
  it('an id without words, and words without an id, are named with their file', () => {
    const file = 'findings/lymph.yml';
    const problems = problemsOf(language, file, (text) => text.replace('id: lymphadenopathy', 'id: no-such-thing'));
    expect(problems).toEqual([
      `data/${language}/${file}: concept lymphadenopathy has no words in ${language}`,
      `data/${language}/${file}: no-such-thing is no id of en`,
    ]);
  });
  it('promises nothing and alarms nobody', () => {
    const banned =
      /no te preocupes|no se preocupe|nada grave|mortal|supervivencia|tienes que morir|别担心|不用担心|致命|存活率|没事/i;
    expect(JSON.stringify(words).match(banned)).toBeNull();
  });
});
