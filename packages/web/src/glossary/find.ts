/** The search of the glossary: by the beginning of words, forgiving slips of spelling. The same on the page and on the server. */
import type { GlossaryPage } from '@readingscan/knowledge';
import MiniSearch from 'minisearch';

/** What a search needs of an entry. */
export interface Findable {
  readonly id: string;
  readonly name: string;
  readonly also: readonly string[];
}

export type Find = (query: string) => readonly Findable[];

const MOST = 12;
/** share of the letters of a word that may be wrong, where it is long enough for slips */
const SLIPS = 0.25;
const SHORTEST = 4;

export const findable = ({ id, name, also }: GlossaryPage): Findable => ({ id, name, also });

/** The best first, `MOST` at most; none for an empty query. */
export function finder(all: readonly Findable[]): Find {
  const entries = new Map(all.map((entry) => [entry.id, entry]));
  const search = new MiniSearch({
    fields: ['name', 'also'],
    searchOptions: {
      boost: { name: 2 },
      prefix: true,
      fuzzy: (term) => (term.length < SHORTEST ? false : SLIPS),
      combineWith: 'AND',
    },
  });
  search.addAll(all.map(({ id, name, also }) => ({ id, name, also: also.join(' ') })));
  return (query) =>
    search
      .search(query)
      .flatMap(({ id }) => entries.get(String(id)) ?? [])
      .slice(0, MOST);
}
