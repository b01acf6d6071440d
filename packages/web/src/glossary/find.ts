/** The search of the glossary: by the beginning of words, forgiving slips of spelling and missing accents. The same on the page and on the server. */
import type { GlossaryPage } from '@readingscan/knowledge';
import MiniSearch from 'minisearch';

/** What a search needs of an entry. */
export interface Findable {
  readonly id: string;
  readonly name: string;
  /** shown beside the name: the word of the report where the page is in another language, else plain words */
  readonly beside: string;
  /** further words that it is found by, each once */
  readonly more: string;
}

export type Find = (query: string) => readonly Findable[];

const MOST = 12;
/** share of the letters of a word that may be wrong, where it is long enough for slips */
const SLIPS = 0.25;
const SHORTEST = 4;
const HAN = /\p{Script=Han}+/gu;

export function findable({ id, name, also, written }: GlossaryPage): Findable {
  const beside = written ?? also[0] ?? '';
  const known = new Set(tokens(`${name} ${beside}`).map(folded));
  const more = new Set(
    also
      .flatMap(tokens)
      .map(folded)
      .filter((word) => !known.has(word)),
  );
  return { id, name, beside, more: [...more].join(' ') };
}

/** The best first, `MOST` at most; none for an empty query. */
export function finder(all: readonly Findable[]): Find {
  const entries = new Map(all.map((entry) => [entry.id, entry]));
  const search = new MiniSearch({
    fields: ['name', 'beside', 'more'],
    tokenize: (text) => tokens(text).flatMap(endings),
    processTerm: folded,
    searchOptions: {
      boost: { name: 2, beside: 2 },
      prefix: true,
      fuzzy: (term) => (term.length < SHORTEST ? false : SLIPS),
      combineWith: 'AND',
      tokenize: tokens,
    },
  });
  search.addAll(all);
  return (query) => {
    const whole = search.search(query);
    // of characters that stand nowhere together, those that do
    const found = whole.length > 0 ? whole : search.search(query, { combineWith: 'OR', fuzzy: false, tokenize: pairs });
    return found.flatMap(({ id }) => entries.get(String(id)) ?? []).slice(0, MOST);
  };
}

const tokens = (text: string): string[] =>
  text
    .replace(HAN, ' $& ')
    .split(/[\s\p{P}]+/u)
    .filter((token) => token !== '');

/** Chinese has no spaces: what begins at any character is a word, so that any part of a name finds it. */
function endings(token: string): string[] {
  const characters = isHan(token) ? [...token] : [token];
  return characters.map((_, at) => characters.slice(at).join(''));
}

function pairs(text: string): string[] {
  return tokens(text)
    .filter(isHan)
    .flatMap((token) => {
      const characters = [...token];
      return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
    });
}

const isHan = (token: string): boolean => token.search(HAN) === 0;

const folded = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
