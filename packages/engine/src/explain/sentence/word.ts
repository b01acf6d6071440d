/** Wing 4, explain: one piece that is no noun phrase → one plain word, and what kind of word it is. */
import type { Wording } from '@readingscan/knowledge';
import type { Chunk } from './chunk.ts';
import type { Language } from './language.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { quantityText } from './quantity.ts';

export interface Word {
  readonly text: string;
  /** written against the word before it */
  readonly glued: boolean;
  readonly kind:
    | 'verb'
    | 'participle'
    | 'passive'
    | 'number'
    | 'noun'
    | 'predicate'
    | 'denial'
    | 'link'
    | 'mark'
    | 'other';
  readonly number?: NounPhrase['number'] | undefined;
  readonly anatomy?: boolean;
  /** a part with its side, such as the right lobe */
  readonly part?: boolean;
  /** a thing that was found, whatever its plain words are: a polyp is no growth of something */
  readonly finding?: boolean;
  /** an examination: named, not said to be there */
  readonly exam?: boolean;
  /** a part of a device, such as its tip: where it lies is what is said of it */
  readonly device?: boolean;
}

export interface ClauseContext {
  readonly language: Language;
  /** the report is written in capitals throughout */
  readonly capitals: boolean;
  /** so is this statement, in a report that is not: what is not known there is an abbreviation */
  readonly abbreviates: boolean;
  /** opens advice that has no verb: "Advice: CT in 3 months" */
  readonly advice: string;
  /** whose body it is: false where the report is of an unborn child */
  readonly yours: boolean;
  /** a title: it opens without an article */
  readonly unopened?: boolean;
}

/** What stands around a piece: whether it opens its clause, and whether nothing of its phrase follows. */
export interface Standing {
  readonly first: boolean;
  readonly last: boolean;
}

/** The plain word of a piece; null where it is left out. */
export function wordFor(chunk: Chunk, last: Word | undefined, context: ClauseContext, place: Standing): Word | null {
  const { language } = context;
  const glued = isInside(last, chunk);
  if (chunk.kind === 'mark')
    return { text: chunk.text, glued: chunk.glued || /^[,.;:)%]$/.test(chunk.text), kind: 'mark' };
  if (chunk.kind === 'phrase') return phraseWord(chunk, glued, language);
  if (chunk.kind === 'modifier') {
    const { plain, after = plain } = chunk.modifier;
    const kind = chunk.modifier.role === 'side' ? 'other' : 'predicate';
    return { text: last?.kind === 'verb' || place.last ? after : plain, glued, kind };
  }
  if (chunk.kind === 'wording')
    return chunk.wording.plain
      ? { text: chunk.wording.plain, glued, kind: wordingKind(chunk.wording, language) }
      : null;
  const text = cased(chunk, context, place.first);
  const isNoun = chunk.kind === 'word' && language.nounsToo.has(chunk.norm) && last?.kind !== 'noun';
  const kind = chunk.kind === 'word' && !isNoun ? kindOf(chunk.norm, language) : 'other';
  return {
    text,
    glued: glued || (chunk.glued && last?.text === '.'),
    kind: chunk.kind === 'number' ? 'number' : kind,
  };
}

/** A phrase written with its verb keeps one: "are within normal limits" → "are normal". */
function phraseWord(chunk: Extract<Chunk, { kind: 'phrase' }>, glued: boolean, language: Language): Word {
  const verb = firstWord(chunk.text);
  const text =
    !chunk.own && language.verbs.has(verb) && !hasVerb(chunk.plain, language) ? `${verb} ${chunk.plain}` : chunk.plain;
  if (language.denials.has(firstWord(text))) return { text, glued, kind: 'denial' };
  if (hasVerb(text, language)) return { text, glued, kind: 'verb' };
  // "CFA patent"
  return { text, glued, kind: text.includes(' ') ? 'other' : 'predicate' };
}

/** "bends" is a verb because its entry says so; "taken" and "measuring" are no finite ones. */
function wordingKind({ plain, class: role }: Wording, language: Language): Word['kind'] {
  const kind = kindOf(plain, language);
  return kind === 'other' && role === 'verb' && !/ing(?: |$)|^[^ ]*ed$/.test(plain) ? 'verb' : kind;
}

export const hasVerb = (text: string, language: Language): boolean => holdsWord(text.toLowerCase(), language.verbs);

/** Whether a text with single spaces between its words holds one of these. */
export const holdsWord = (text: string, words: ReadonlySet<string>): boolean =>
  text.includes(' ') ? text.split(' ').some((word) => words.has(word)) : words.has(text);

/** join two things, or two things said of one */
const JOINS: ReadonlySet<string> = new Set(['and', 'or', 'but']);

export const isJoin = (word: Word | undefined): boolean => word !== undefined && JOINS.has(word.text);

function kindOf(word: string, language: Language): Word['kind'] {
  const low = word.toLowerCase();
  if (language.denials.has(low)) return 'denial';
  if (language.participles.has(low)) return 'participle';
  if (language.passives.has(low)) return 'passive';
  if (hasVerb(low, language)) return 'verb';
  if (JOINS.has(low) || language.prepositions.has(low)) return 'link';
  return 'other';
}

/** Words in the case of running text; codes such as L4 and acronyms keep their capitals. */
export function cased(chunk: Chunk, { capitals, abbreviates, language }: ClauseContext, first: boolean): string {
  if (chunk.own) return chunk.text;
  if (chunk.kind === 'quantity') return quantityText(chunk.text, language);
  if (chunk.kind === 'word' && abbreviates && !chunk.known && chunk.text.length <= 4) return chunk.text;
  if (
    chunk.kind !== 'word' ||
    /\d/.test(chunk.text) ||
    (language.acronyms.has(chunk.text.toUpperCase()) && chunk.text === chunk.text.toUpperCase())
  )
    return chunk.text;
  // "STOMACH AND BOWEL"; not "WHO"
  const isSmall =
    JOINS.has(chunk.norm) || language.prepositions.has(chunk.norm) || language.determiners.has(chunk.norm);
  const isShouted = isSmall && chunk.text.length > 1 && chunk.text === chunk.text.toUpperCase();
  // "OR called": a room, where the statement is not in capitals
  if (!capitals && isShouted && first && JOINS.has(chunk.norm)) return chunk.text;
  if (capitals || (isShouted && (chunk.known || !first)) || (first && chunk.known)) return chunk.text.toLowerCase();
  return chunk.text;
}

export const isVerb = (chunk: Chunk, language: Language): boolean => {
  if (chunk.kind === 'word') return language.verbs.has(chunk.norm);
  if (chunk.kind === 'phrase') return hasVerb(chunk.plain, language) || language.verbs.has(firstWord(chunk.text));
  return chunk.kind === 'wording' && wordingKind(chunk.wording, language) === 'verb';
};

/** Nothing stands between the two in the report. */
export const isInside = (last: Word | undefined, chunk: Chunk): boolean =>
  chunk.glued && (last?.kind === 'mark' || last?.kind === 'number');

const firstWord = (text: string): string => {
  const end = text.search(/\s/);
  return (end < 0 ? text : text.slice(0, end)).toLowerCase();
};
