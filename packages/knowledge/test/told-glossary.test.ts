/** The glossary in the languages that reports are told in: every page, the same facts as far as a program can tell, and what it refuses. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileGlossary } from '../src/compile/glossary.ts';
import { loadKnowledge } from '../src/compile/load.ts';
import { compileToldGlossary, toldProblems } from '../src/compile/told-glossary.ts';
import type { YamlFile } from '../src/compile/yaml-file.ts';
import type { ToldGlossaryEntry } from '../src/schema/glossary.ts';
import type { GlossaryPage } from '../src/types.ts';

const DATA = fileURLToPath(new URL('../data', import.meta.url));
const english = compileGlossary(DATA, 'en', '0', loadKnowledge(DATA, 'en'));

describe.each(['es', 'zh'])('%s', (language) => {
  const told = compileToldGlossary(DATA, language, english);

  it('has every page, with the English word of the report beside its own', () => {
    expect(told.entries.map(({ id }) => id).sort()).toEqual(english.entries.map(({ id }) => id).sort());
    const names = new Map(english.entries.map(({ id, name }) => [id, name]));
    for (const { id, written, also } of told.entries) {
      expect(written).toBe(names.get(id));
      expect(also).toContain(names.get(id));
    }
  });
});

const PAGE: GlossaryPage = {
  id: 'pleural-effusion',
  part: 'chest',
  name: 'Pleural effusion',
  answer: 'Fluid has built up around a lung. A doctor needs to look into it within 2 days, as a rule.',
  what: 'Two thin linings wrap each lung. Too much fluid can lie between them.',
  seen: { ct: 'A gray layer at the back of the chest.' },
  next: 'The doctor looks for the cause. It may be drawn off with a needle.',
  falseFriends: [{ term: 'Pulmonary edema', differs: 'That is fluid inside the lung itself.' }],
  related: [],
  also: [],
  sources: [],
  radlex: null,
  reviewed: null,
};
const TOLD: ToldGlossaryEntry = {
  id: 'pleural-effusion',
  name: 'Derrame pleural',
  answer: 'Se ha juntado líquido alrededor de un pulmón. Un médico debe estudiarlo en 2 días, por lo general.',
  what: 'Dos capas finas envuelven cada pulmón. Entre ellas puede haber demasiado líquido.',
  seen: { ct: 'Una capa gris en la parte de atrás del pecho.' },
  next: 'El médico busca la causa. Se puede sacar con una aguja.',
  falseFriends: [{ term: 'Edema pulmonar', differs: 'Es líquido dentro del pulmón mismo.' }],
  reviewed: 'no',
};
// of a file the checks use its name and lines alone
const FILE = { name: 'chest.yml', line: () => 1 } as unknown as YamlFile;
const problemsOf = (change: Partial<ToldGlossaryEntry>, language = 'es'): readonly string[] =>
  toldProblems([{ entry: { ...TOLD, ...change }, file: FILE, index: 0 }], [PAGE], language).map(
    ({ message }) => message,
  );

describe('a page that is not the one it tells is refused', () => {
  it('passes as it is', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each<[what: string, change: Partial<ToldGlossaryEntry>, message: RegExp]>([
    ['another figure', { answer: TOLD.answer.replace('2', '3') }, /has the numbers 3/],
    ['a figure lost', { answer: TOLD.answer.replace('2', 'dos') }, /has the numbers none/],
    ['an exam lost', { seen: {} }, /tells no exam/],
    ['a false friend lost', { falseFriends: [] }, /tells 0/],
    ['a sentence lost', { what: 'Dos capas finas.' }, /times as long/],
    ['a share of people', { next: `${TOLD.next} Pasa en un 20 por ciento.` }, /por ciento/],
    [
      '"tú" instead of "usted"',
      { next: 'El médico busca la causa de tu dolor. Se puede sacar con una aguja.' },
      /"tu"/,
    ],
    ['no page', { id: 'nothing' }, /no page/],
  ])('%s', (_, change, message) => {
    expect(problemsOf(change).join('; ')).toMatch(message);
  });

  it('lets a word stand that only begins like "tú"', () => {
    expect(problemsOf({ name: 'Túnel', what: `${TOLD.what} Es un túnel.` })).toEqual([]);
  });

  it('holds Chinese to its own marks and address', () => {
    const chinese = { ...TOLD, answer: '肺周围积了液体,你要在2天内看医生。', what: '两层薄膜包着肺。中间液体太多了。' };
    const found = problemsOf(chinese, 'zh').join('; ');
    expect(found).toMatch(/is not written here/);
  });
});
