/** Wing 3, relate, findings: lookup tables of the concepts and of the specializations document. */
import type { ReadingConcept } from '@readingscan/knowledge';
import type { Knowledge } from '../../stages.ts';
import { buildTrie, type Trie } from '../../trie.ts';

export type LinkWord = 'join' | 'preposition' | 'determiner' | 'verb' | 'existential' | 'alternative';

export interface FindingTables {
  readonly concept: ReadonlyMap<string, ReadingConcept>;
  /** concept → itself and everything more general, nearest first */
  readonly lineage: (id: string) => readonly string[];
  /** general finding → place → special finding */
  readonly special: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** special finding → the general one it is a kind of */
  readonly general: ReadonlyMap<string, string>;
  /** modifier → organ → finding */
  readonly organState: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** words other than modifiers that say the state of an organ: "increased in size" */
  readonly says: Trie<ReadonlyMap<string, string>>;
  readonly visible: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
  readonly complaints: ReadonlySet<string>;
  /** modifier → the organ it names */
  readonly adjective: ReadonlyMap<string, string>;
  readonly words: Trie<LinkWord>;
  readonly unread: ReadonlySet<string>;
}

const cache = new WeakMap<object, FindingTables>();

export function findingTables({ reading, lexicon }: Knowledge): FindingTables {
  const known = cache.get(reading);
  if (known) return known;
  const { specializations } = reading.documents;
  const concept = new Map(reading.concepts.map((entry) => [entry.id, entry]));
  const special = new Map<string, Map<string, string>>();
  for (const { concepts, at, becomes } of specializations.findings)
    if (concept.has(becomes)) for (const id of concepts) place(special, id, at, becomes);
  const organState = new Map<string, Map<string, string>>();
  for (const { anatomy, modifiers, becomes } of specializations.organs)
    if (concept.has(becomes)) for (const id of modifiers ?? []) place(organState, id, anatomy, becomes);
  const says = new Map<string, Map<string, string>>();
  for (const { anatomy, says: forms, becomes } of specializations.organs)
    if (concept.has(becomes)) for (const form of forms ?? []) place(says, form, anatomy, becomes);
  const { words } = specializations;
  const entries = (forms: readonly string[], kind: LinkWord): [string, LinkWord][] => forms.map((form) => [form, kind]);
  const made: FindingTables = {
    concept,
    lineage: lineageOf(concept),
    special,
    general: new Map(
      [...specializations.findings]
        .reverse()
        .flatMap(({ concepts: [id], becomes }) => (id ? [[becomes, id] as const] : [])),
    ),
    organState,
    says: buildTrie<ReadonlyMap<string, string>>(says, lexicon.spelling),
    visible: new Set(specializations.visible),
    properties: new Set(specializations.properties),
    complaints: new Set(specializations.complaints),
    adjective: new Map(
      specializations.adjectives.flatMap(({ modifiers, anatomy }) => modifiers.map((id) => [id, anatomy] as const)),
    ),
    words: buildTrie(
      [
        ...entries(words.joins, 'join'),
        ...entries(words.prepositions, 'preposition'),
        ...entries(words.determiners, 'determiner'),
        ...entries(words.verbs, 'verb'),
        ...entries(words.existentials, 'existential'),
        ...entries(words.alternatives, 'alternative'),
      ],
      lexicon.spelling,
    ),
    unread: new Set(specializations.unread),
  };
  cache.set(reading, made);
  return made;
}

function place(table: Map<string, Map<string, string>>, key: string, places: readonly string[], becomes: string): void {
  let row = table.get(key);
  if (!row) {
    row = new Map();
    table.set(key, row);
  }
  for (const at of places) if (!row.has(at)) row.set(at, becomes);
}

const DEPTH = 8;

function lineageOf(concept: ReadonlyMap<string, ReadingConcept>): (id: string) => readonly string[] {
  const found = new Map<string, readonly string[]>();
  return (id) => {
    let line = found.get(id);
    if (!line) {
      const ids = [id];
      for (let next = concept.get(id)?.broader; next && ids.length < DEPTH; next = concept.get(next)?.broader)
        ids.push(next);
      line = ids;
      found.set(id, line);
    }
    return line;
  };
}
