import type { GlossaryPage } from '@readingscan/knowledge';
import { describe, expect, test } from 'vitest';
import { findable, finder } from '../src/glossary/find.ts';

const page = (id: string, name: string, also: readonly string[], written?: string): GlossaryPage => ({
  id,
  name,
  also,
  ...(written === undefined ? {} : { written }),
  answer: '',
  what: '',
  seen: {},
  next: '',
  falseFriends: [],
  related: [],
  part: 'general',
  sources: [],
  radlex: null,
  reviewed: null,
});

const ids = (pages: readonly GlossaryPage[]) => {
  const find = finder(pages.map(findable));
  return (query: string): readonly string[] => find(query).map(({ id }) => id);
};

const english = ids([
  page('pleural-effusion', 'Pleural effusion', ['fluid around the lung', 'pleural fluid', 'effusions']),
  page('joint-effusion', 'Joint effusion', ['fluid in a joint', 'effusion of the joint']),
]);
const spanish = ids([
  page('pneumothorax', 'Neumotórax (pulmón colapsado)', ['Pneumothorax', 'collapsed lung', 'PTX'], 'Pneumothorax'),
  page('fracture', 'Fractura', ['Fracture', 'broken bone'], 'Fracture'),
]);
const chinese = ids([
  page('pleural-effusion', '胸腔积液', ['Pleural effusion', 'fluid around the lung'], 'Pleural effusion'),
  page('ascites', '腹水', ['Ascites', 'fluid in the belly'], 'Ascites'),
  page('t2', 'T2加权像', ['T2-weighted'], 'T2-weighted'),
]);

describe('a word of the glossary is found', () => {
  test.each([
    ['by its beginning', english, 'pleur', ['pleural-effusion']],
    ['by plain words', english, 'fluid lung', ['pleural-effusion']],
    ['with slips of spelling', english, 'plural efusion', ['pleural-effusion']],
    ['without its accents', spanish, 'neumotorax', ['pneumothorax']],
    ['with slips in Spanish', spanish, 'fratura', ['fracture']],
    ['by the word that stands in the report', spanish, 'pneumothorax', ['pneumothorax']],
    ['by what reports also call it', spanish, 'ptx', ['pneumothorax']],
    ['by its first characters', chinese, '胸腔', ['pleural-effusion']],
    ['by characters within it', chinese, '积液', ['pleural-effusion']],
    ['by characters that stand together in it', chinese, '右侧胸腔有液', ['pleural-effusion']],
    ['by characters beside letters', chinese, '加权', ['t2']],
    ['by the English word, from Chinese', chinese, 'ascitis', ['ascites']],
  ])('%s', (_, find, query, found) => {
    expect(find(query)).toEqual(found);
  });

  test.each([
    [english, 'zzz'],
    [chinese, '骨'],
    [spanish, '   '],
  ])('and nothing where nothing is like it', (find, query) => {
    expect(find(query)).toEqual([]);
  });
});

test('each word is sent once', () => {
  expect(
    findable(page('a', 'Abandoned lead', ['old wire', 'abandoned pacing lead', 'pacing lead', 'abandoned icd lead'])),
  ).toEqual({
    id: 'a',
    name: 'Abandoned lead',
    beside: 'old wire',
    more: 'pacing icd',
  });
});
