import { LANGUAGES, type Language } from '@readingscan/reader/languages';
import { describe, expect, test } from 'vitest';
import { dashboardWordsOf } from '../src/words/dashboard/words-of.ts';
import { refusalIn } from '../src/words/errors.ts';
import { wordsOf } from '../src/words/words-of.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');

/** What every language writes alike: names, and set terms of reports. */
const ALIKE = new Set(['unremarkable', 'negative', 'impressive', 'clinical correlation', 'Cookies']);

/** Stands for anything that a function of words is given: a number, a text, a list of one. */
const given = (index: number): unknown => [`«${index}»`];

/** Every word of a language, by the way to it, and how much it takes. */
function leaves(value: unknown, way = ''): [way: string, said: string, takes: number][] {
  if (typeof value === 'string') return [[way, value, 0]];
  if (typeof value === 'function') return [[way, value(...[...Array(value.length).keys()].map(given)), value.length]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${way}.${key}`));
}

const words = (language: Language) => {
  const { errors: _, ...all } = wordsOf(language);
  return leaves({ ...all, dashboard: dashboardWordsOf(language) });
};
const english = words('en');

describe.each(OTHERS)('%s', (language) => {
  const own = words(language);

  test('has the words that English has, and no other', () => {
    expect(own.map(([way]) => way).sort()).toEqual(english.map(([way]) => way).sort());
  });

  test('takes what English takes, and says all of it', () => {
    const takes = new Map(own.map(([way, text, count]) => [way, { text, count }]));
    for (const [way, text, count] of english) {
      const other = takes.get(way);
      expect([way, other?.count]).toEqual([way, count]);
      for (const one of text.match(/«.»/g) ?? []) expect(`${way}: ${other?.text}`).toContain(one);
    }
  });

  test('leaves no word empty, and none in English', () => {
    const before = new Map(english.map(([way, text]) => [way, text]));
    for (const [way, text] of own) {
      if (way !== '.gap') expect([way, text.trim()]).not.toEqual([way, '']);
      const isSaid = /\p{L}/u.test(text.replaceAll('ReadingScan', ''));
      if (isSaid && before.get(way) === text) expect(ALIKE).toContain(text);
    }
  });

  test('says of each error what happened and what to do', () => {
    for (const [message, hint] of Object.values(wordsOf(language).errors)) {
      expect(message).toMatch(/[.。]$/);
      expect(hint).toMatch(/[.。]$/);
    }
    const refusal = { reason: 'heic', message: 'This is HEIC.', hint: 'Save it.' } as const;
    expect(refusalIn(wordsOf(language), refusal).message).toContain('HEIC');
    expect(refusalIn(wordsOf(language), refusal)).not.toEqual(refusal);
  });
});

test('Chinese is written with Chinese marks and without spaces between its sentences', () => {
  for (const [way, text] of words('zh')) {
    expect([way, /[\u4e00-\u9fff][,;:?!]|[,;?!][\u4e00-\u9fff]|。 /.test(text)]).toEqual([way, false]);
  }
});

test('nothing is shouted', () => {
  for (const language of LANGUAGES)
    for (const [way, text] of words(language)) expect([way, /[!！¡]/.test(text)]).toEqual([way, false]);
});
