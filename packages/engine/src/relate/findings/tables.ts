/** Wing 3, relate, findings: lookup tables of the concepts and of the specializations document. */
import type { ReadingConcept } from '@readingscan/knowledge';
import { broaderOf } from '../../broader.ts';
import { conceptsById } from '../../concepts-by-id.ts';
import type { Acuity, Severity } from '../../document.ts';
import { wordsOfForm } from '../../form-words.ts';
import { type Named, namedFindings, namedTable } from '../../named-parts.ts';
import type { Knowledge } from '../../stages.ts';
import { buildTrie, type Trie } from '../../trie.ts';
import type { Spelling } from '../../word.ts';
import {
  ADJECTIVE,
  ALTERNATIVE,
  BRACKET,
  COMMA,
  CONCEPT,
  DEGREE,
  DETERMINER,
  DISTANCE,
  EXISTENTIAL,
  FINDING,
  HYPHEN,
  JOIN,
  LINK,
  LONGER,
  MODIFIER,
  NORMAL,
  PLACE,
  PREPOSITION,
  PROPERTY,
  SAYS,
  STATE,
  VERB,
  VISIBLE,
} from './part.ts';

/** What a modifier says of severity and age. */
export interface Degree {
  readonly severity: Severity | null;
  readonly acuity: Acuity | null;
}

export interface FindingTables {
  readonly concept: ReadonlyMap<string, ReadingConcept>;
  /** concept → itself and everything more general, nearest first */
  readonly lineage: (id: string) => readonly string[];
  /** "the left kidney" → "the kidney" */
  readonly unsided: (id: string) => string;
  /** general finding → place → special finding */
  readonly special: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** special finding → the general one it is a kind of */
  readonly general: ReadonlyMap<string, string>;
  /** modifier → organ, or any → finding */
  readonly organState: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** as `special` and `organState`, from names that hold their part of the body: for just that part */
  readonly named: Named;
  readonly namedState: Named;
  /** words other than modifiers that say the state of an organ: "increased in size" */
  readonly says: Trie<ReadonlyMap<string, string>>;
  /** place → the part of the body in which a distance from it lies */
  readonly landmarks: ReadonlyMap<string, string>;
  readonly complaints: ReadonlySet<string>;
  /** modifier → the organ it names */
  readonly adjective: ReadonlyMap<string, string>;
  /** link words of one or more words, with their bits */
  readonly links: Trie<number>;
  /** what a word is by itself, as bits of a part */
  readonly word: ReadonlyMap<string, number>;
  /** second words of the link words that have more than one */
  readonly seconds: ReadonlySet<string>;
  /** by index in the knowledge, as bits of a part */
  readonly conceptIs: Int32Array;
  readonly modifierIs: Int32Array;
  readonly degree: readonly (Degree | null)[];
  readonly unread: ReadonlySet<string>;
  /** "tumor board" */
  readonly institutions: ReadonlySet<string>;
  /** ordinary words */
  readonly everyday: ReadonlySet<string>;
}

const cache = new WeakMap<object, FindingTables>();

export function findingTables(knowledge: Knowledge): FindingTables {
  const { reading, lexicon } = knowledge;
  const known = cache.get(reading);
  if (known) return known;
  const { specializations } = reading.documents;
  const concept = conceptsById(knowledge);
  const special = new Map<string, Map<string, string>>();
  for (const { concepts, at, becomes } of specializations.findings)
    if (concept.has(becomes)) for (const id of concepts) place(special, id, at, becomes);
  const organState = new Map<string, Map<string, string>>();
  for (const { anatomy, modifiers, becomes } of specializations.organs)
    if (concept.has(becomes)) for (const id of modifiers ?? []) place(organState, id, anatomy, becomes);
  for (const { modifiers, becomes } of specializations.states)
    if (concept.has(becomes)) for (const id of modifiers) place(organState, id, [ANY], becomes);
  const namedState = namedTable(reading.named.states, reading.modifiers, reading.concepts);
  const says = new Map<string, Map<string, string>>();
  for (const { anatomy, says: forms, becomes } of specializations.organs)
    if (concept.has(becomes)) for (const form of forms ?? []) place(says, form, anatomy, becomes);
  const adjective = new Map(
    specializations.adjectives.flatMap(({ modifiers, anatomy }) => modifiers.map((id) => [id, anatomy] as const)),
  );
  const { words } = specializations;
  const links: [string, number][] = [];
  const add = (forms: readonly string[], bit: number): void => {
    for (const form of forms) links.push([form, LINK | bit]);
  };
  add(words.joins, JOIN);
  const distances = new Set(words.distances);
  for (const form of words.prepositions) add([form], distances.has(form) ? PREPOSITION | DISTANCE : PREPOSITION);
  add(words.determiners, DETERMINER);
  add(words.verbs, VERB);
  add(words.existentials, EXISTENTIAL);
  add(words.alternatives, ALTERNATIVE);
  const lineage = broaderOf(knowledge);
  const degree = reading.modifiers.map(degreeFrom);
  const made: FindingTables = {
    concept,
    lineage,
    unsided: (id) => {
      const { laterality, broader } = concept.get(id) ?? {};
      return (laterality && broader) || id;
    },
    special,
    general: new Map(
      [...specializations.findings]
        .reverse()
        .flatMap(({ concepts: [id], becomes }) => (id ? [[becomes, id] as const] : [])),
    ),
    organState,
    named: namedFindings(reading),
    namedState,
    says: buildTrie<ReadonlyMap<string, string>>(says, lexicon.spelling),
    complaints: new Set(specializations.complaints),
    adjective,
    links: buildTrie(links, lexicon.spelling),
    ...wordsFrom(links, says.keys(), lexicon.spelling),
    conceptIs: conceptBits(reading.concepts, lineage, specializations),
    modifierIs: Int32Array.from(
      reading.modifiers,
      ({ id, role }, at) =>
        MODIFIER |
        (role === 'normal' ? NORMAL : 0) |
        (organState.has(id) || namedState.has(id) ? STATE : 0) |
        (degree[at] ? DEGREE : 0) |
        (adjective.has(id) ? ADJECTIVE : 0),
    ),
    degree,
    unread: new Set(specializations.unread),
    landmarks: new Map(Object.entries(specializations.landmarks)),
    institutions: new Set(reading.documents.clauses.institutions),
    everyday: new Set(reading.lists.everyday ?? []),
  };
  cache.set(reading, made);
  return made;
}

/** Stands for every organ in `organState`. */
export const ANY = '*';

function place(table: Map<string, Map<string, string>>, key: string, places: readonly string[], becomes: string): void {
  let row = table.get(key);
  if (!row) {
    row = new Map();
    table.set(key, row);
  }
  for (const at of places) if (!row.has(at)) row.set(at, becomes);
}

const FINDINGS: ReadonlySet<string> = new Set(['finding', 'device', 'procedure']);

function conceptBits(
  concepts: readonly ReadingConcept[],
  lineage: FindingTables['lineage'],
  listed: { readonly visible: readonly string[]; readonly properties: readonly string[] },
): Int32Array {
  const visible = new Set(listed.visible);
  const properties = new Set(listed.properties);
  return Int32Array.from(concepts, ({ id, kind }) => {
    const property = properties.has(id) ? PROPERTY : 0;
    if (FINDINGS.has(kind)) return CONCEPT | FINDING | property;
    if (kind !== 'anatomy') return CONCEPT;
    return CONCEPT | PLACE | property | (lineage(id).some((one) => visible.has(one)) ? VISIBLE : 0);
  });
}

function degreeFrom({ role, value }: { readonly role: string; readonly value?: string | undefined }): Degree | null {
  if (role === 'acuity')
    return value === 'acute' || value === 'subacute' || value === 'chronic' ? { severity: null, acuity: value } : null;
  if (role !== 'severity' && role !== 'abnormal' && role !== 'extent') return null;
  const said = value === 'trace' || value === 'mild' || value === 'moderate' || value === 'severe';
  return said ? { severity: value, acuity: null } : null;
}

/** What single words are, and which words go on after a first one. */
function wordsFrom(
  links: readonly (readonly [string, number])[],
  says: Iterable<string>,
  spelling: Spelling,
): Pick<FindingTables, 'word' | 'seconds'> {
  const word = new Map<string, number>([
    ['(', BRACKET],
    ['-', HYPHEN],
  ]);
  const seconds = new Set(HYPHENS);
  const mark = (norm: string, bits: number): void => {
    word.set(norm, (word.get(norm) ?? 0) | bits);
  };
  for (const [form, bits] of links) {
    const [first, second] = wordsOfForm(form, spelling);
    if (first === undefined) continue;
    mark(first, second === undefined ? bits : LONGER);
    if (second !== undefined) seconds.add(second);
  }
  mark(',', COMMA);
  for (const form of says) {
    const [first] = wordsOfForm(form, spelling);
    if (first !== undefined) mark(first, SAYS);
  }
  return { word, seconds };
}

/** written between the words of a form they count as spaces */
const HYPHENS = ['-', '‐', '‑'];
