/** Wing 4, explain: modifiers, organ and finding → one plain noun phrase: "6 mm right upper lobe nodule" → "6 mm small spot in the upper part of the right lung". */

import { shippedForms } from '@readingscan/knowledge';
import { afterAdjectives, relativeOf, sizedName } from './adjectives.ts';
import type { Chunk } from './chunk.ts';
import { type ConceptChunk, isAdjective, isFinding, isListLink, isProcedure, isTest } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import {
  amount,
  inDegree,
  isCalled,
  isSaid,
  isSide,
  movedTo,
  ownSide,
  type PlainPart,
  sideOf,
  spotOf,
  tailOf,
  withAmountInside,
  wordOf,
} from './modifiers.ts';
import { joined, PLACE, withoutPlace } from './place.ts';
import { type Side, sidedAt, withSide } from './side.ts';

export interface NounPhrase {
  readonly text: string;
  /** "normal", "clear": said of an organ rather than naming it */
  readonly called: string;
  /** chunk after its last */
  readonly to: number;
  readonly number: 'count' | 'mass' | 'plural';
  readonly anatomy: boolean;
  /** no article stands in it yet */
  readonly bare: boolean;
  /** it opens with a count, which takes no article: "several right ribs" */
  readonly counted: boolean;
  /** what a part of the body that follows is joined with: a lump in it, a picture of it */
  readonly link: 'in' | 'of';
  /** an ordinary noun with one side: there is one such part */
  readonly part: boolean;
}

type Number = NounPhrase['number'];

interface Head {
  readonly plain: string;
  readonly number: Number;
  readonly anatomy: boolean;
  /** what a part of the body follows it with: a lump in it, a picture of it */
  readonly link: 'in' | 'of';
  readonly written: string;
  /** joined by a link to a finding that names a place of its own: "pleural" of "pleural or pericardial effusion" */
  readonly listed?: boolean;
  /** an ordinary noun, which bears its side before it: "the right lobe" */
  readonly part?: boolean;
}

/** The noun phrase that begins at a chunk, its article aside; null where none does. */
export function nounPhraseAt(chunks: readonly Chunk[], from: number, language: Language): NounPhrase | null {
  const at = afterAdjectives(chunks, from, language);
  const before = chunks.slice(from, at).filter(({ kind, text }) => kind !== 'mark' && text.toLowerCase() !== 'and');
  const { heads, to, link } = headsAt(chunks, at, before, language);
  const head = heads.at(-1);
  if (!head) return null;
  const many = head.number === 'count' && before.some((chunk) => language.counts.has(chunk.text.toLowerCase()));
  const side = sideOf(before);
  const own = heads.length === 1 ? ownSide(before, side, head.part) : null;
  const isPart = own === 'left' || own === 'right';
  const text = place(
    { ...head, plain: sizedName(head.plain, before, chunks, language) },
    heads.slice(0, -1),
    own ? null : side,
    language,
    link,
  );
  // "the adrenal gland on both sides" is one still
  const paired = side === 'bilateral' && head.anatomy && head.number === 'count' && !/ both \S+$/.test(text);
  const number: Number = many || paired ? 'plural' : head.number;
  const called = head.anatomy ? before.filter(isCalled) : [];
  const said = before.filter((chunk) => !isSide(chunk) && !called.includes(chunk));
  const isTold = (chunk: Chunk): boolean => wordOf(chunk, language) !== '' && !isSaid(chunk, text);
  const staysBefore =
    !isFinding(chunks[to - 1]) || isListLink(chunks[from - 1], language) || isPlaced(chunks, to, language);
  const told = (chunk: Chunk): PlainPart =>
    movedTo(chunk, head.plain, language) ?? { text: wordOf(chunk, language), tail: tailOf(chunk, language) };
  const isMoved = said.some((chunk) => movedTo(chunk, head.plain, language));
  const spot = staysBefore || isMoved ? null : spotOf(said.filter(isTold), text, language);
  const parts = said
    .filter((chunk) => isTold(chunk) && chunk !== spot?.chunk)
    .map((chunk) => ({ chunk, ...told(chunk) }));
  const after = parts.flatMap(({ tail }) => tail ?? []);
  const adjectives = relativeOf(
    parts.filter(({ tail }) => tail === null),
    { plural: number === 'plural', owned: chunks[to]?.text.toLowerCase() === 'of' },
    language,
  );
  const { front, noun } = withAmountInside(
    inDegree(amount(adjectives.front, { number, text }, language), text, language),
    spot?.text ?? text,
    language,
  );
  const whole = [own, ...front, noun, ...after, adjectives.behind].filter(Boolean).join(' ');
  return {
    text: whole,
    called: called.map((chunk) => wordOf(chunk, language)).join(' '),
    to,
    number,
    anatomy: head.anatomy,
    bare: own !== 'both' && !/^(?:both|the|an?|your) /.test(whole),
    counted: language.counts.has(said[0]?.text.toLowerCase().split(/\s/).at(-1) ?? ''),
    link: head.link,
    part: isPart,
  };
}

/** an adjective, or a short form: "LV and RV function" */
const describes = (chunk: Chunk, language: Language): boolean =>
  isAdjective(chunk, language) || /^[A-Z]{2,4}$/.test(chunk.text);
type Link = 'and' | 'or';

/** "In the thyroid, ultrasound advised": a test right behind a comma is not of the organ before it. */
const isAskedBehind = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at]?.text === ',' && isTest(chunks[at + 1]);

/** Names side by side: organs, then what is found there. "hilar and mediastinal adenopathy" is one list of organs. */
function headsAt(
  chunks: readonly Chunk[],
  from: number,
  before: readonly Chunk[],
  language: Language,
): { readonly heads: readonly Head[]; readonly to: number; readonly link: Link } {
  const heads: Head[] = [];
  let at = from;
  let link: Link = 'and';
  for (;;) {
    const chunk = chunks[at];
    if (chunk?.kind !== 'concept') break;
    heads.push(isPlaced(chunks, at + 1, language) ? located(chunk) : headOf(chunk));
    at += 1;
    if (chunk.concept.kind !== 'anatomy') break;
    if (
      isListLink(chunks[at], language) &&
      !isAskedBehind(chunks, at) &&
      describes(chunk, language) &&
      reachesFinding(chunks, at + 1, language)
    ) {
      const to = isListLink(chunks[at + 1], language) ? at + 2 : at + 1;
      if (/or$/i.test(chunks[to - 1]?.text ?? '')) link = 'or';
      heads[heads.length - 1] = { ...headOf(chunk), listed: isFindingAt(chunks, to) };
      at = to;
    }
  }
  const noun = chunks[at];
  const organ = heads.at(-1);
  if (isTest(chunks[at - 1]) && noun && isShown(noun, language)) {
    const written = noun.kind === 'wording' ? noun.wording.plain : noun.text.toLowerCase();
    return {
      heads: [
        {
          plain: `${organ?.plain ?? ''} ${written}`,
          number: /[^s]s$/.test(written) ? 'plural' : 'mass',
          anatomy: false,
          link: 'of',
          written,
        },
      ],
      to: at + 1,
      link,
    };
  }
  if (organ && isProcedure(chunks[at - 1]) && noun && isLeft(noun, language)) {
    const written = noun.kind === 'wording' ? noun.wording.plain : noun.text.toLowerCase();
    const plain = `${written} ${language.leftBy.link} ${organ.plain}`;
    const number = /[^su]s$/.test(written) ? 'plural' : 'mass';
    return { heads: [{ plain, number, anatomy: false, link: 'of', written }], to: at + 1, link };
  }
  if (organ?.anatomy && noun && isNoun(noun, language) && !isProperty(noun, language) && !isPlural(organ)) {
    const written = noun.kind === 'wording' ? noun.wording.plain : unshouted(noun);
    const isExamNoun = language.examNouns.has(written);
    const linked = language.nounLinks.get(written);
    const apart = linked ?? (organ.plain.includes(' ') ? 'of' : null);
    const plain = apart ? `${written} ${apart} the ${organ.plain}` : `${organ.plain} ${written}`;
    return {
      heads: [
        ...heads.slice(0, -1),
        {
          plain,
          number: /[^su]s$/.test(written) ? 'plural' : isExamNoun ? 'count' : 'mass',
          anatomy: false,
          link: isExamNoun ? 'of' : 'in',
          written,
        },
      ],
      to: at + 1,
      link,
    };
  }
  if (
    heads.length === 0 &&
    before.some((chunk) => chunk.kind === 'modifier' || chunk.kind === 'word') &&
    noun &&
    (isNoun(noun, language) || (noun.kind === 'word' && language.nounsToo.has(noun.norm))) &&
    !goesOn(chunks[at + 1], language)
  ) {
    const written = noun.kind === 'wording' ? noun.wording.plain : unshouted(noun);
    return {
      heads: [
        {
          plain: written,
          number: isManyOf(written, language) ? 'plural' : 'count',
          anatomy: false,
          link: 'in',
          written,
          part: language.parts.has(written),
        },
      ],
      to: at + 1,
      link,
    };
  }
  return { heads, to: at, link };
}

/** "layers of soft tissue" are several. */
function isManyOf(written: string, { prepositions }: Language): boolean {
  const words = written.split(' ');
  const end = words.findIndex((word) => prepositions.has(word));
  return /[^su]s$/.test(words[end > 0 ? end - 1 : words.length - 1] ?? '');
}

/** What follows belongs to the same name: "level IV node" is no level. */
const goesOn = (next: Chunk | undefined, language: Language): boolean =>
  next !== undefined &&
  (next.kind === 'concept' ||
    next.kind === 'number' ||
    (next.kind === 'word' && !isFunction(next.norm, language) && !/(?:ed|ing|ly)$/.test(next.norm)));

const isPlural = ({ number }: Head): boolean => number === 'plural';

/** What an operation leaves: "thoracotomy changes". */
export const isLeft = (chunk: Chunk | undefined, { leftBy }: Language): boolean =>
  chunk !== undefined && leftBy.words.has(chunk.text.toLowerCase());

/** What a scan shows: "CT evidence of strain". */
const isShown = (chunk: Chunk, language: Language): boolean => language.shown.has(chunk.text.toLowerCase());

/** size, outline, position: what an organ has; told of the organ itself. */
export const isProperty = (chunk: Chunk, language: Language): boolean =>
  (chunk.kind === 'word' && language.properties.has(chunk.norm)) ||
  (chunk.kind === 'wording' && language.properties.has(chunk.wording.plain));

/** "NO ACUTE FINDINGS", "HIGH RISK": a word in capitals, but not a short form. */
const unshouted = (chunk: Chunk): string => {
  const { text } = chunk;
  const isWord = text.length > LONGEST_ACRONYM || (chunk.kind === 'word' && chunk.known);
  return isWord && text === text.toUpperCase() ? text.toLowerCase() : text;
};
const LONGEST_ACRONYM = 5;

/** An ordinary noun after modifiers: "long-standing changes". */
function isNoun(chunk: Chunk, language: Language): boolean {
  if (chunk.kind === 'wording') return chunk.wording.class === 'noun' && chunk.wording.plain !== '';
  if (chunk.kind !== 'word') return false;
  const word = chunk.norm;
  return !isFunction(word, language) && !language.answers.has(word) && word.length > 2 && !/(?:ly|ed|ing)$/.test(word);
}

/** Verbs, prepositions, articles and links: none is the noun of a phrase. */
export const isFunction = (word: string, language: Language): boolean =>
  language.verbs.has(word) ||
  language.participles.has(word) ||
  language.passives.has(word) ||
  language.prepositions.has(word) ||
  language.determiners.has(word) ||
  language.denials.has(word) ||
  language.connectives.has(word);

function headOf(chunk: ConceptChunk): Head {
  const { words, plural, concept, text } = chunk;
  // of a mass there are several only where it has a name for them: "spots of cancer spread"
  const many = plural && (words.number === 'count' || words.plural !== undefined);
  return {
    plain: many ? (words.plural ?? words.plain) : words.plain,
    number: many ? 'plural' : words.number,
    anatomy: concept.kind === 'anatomy',
    link: concept.kind === 'finding' || concept.kind === 'device' ? 'in' : 'of',
    written: text,
  };
}

/** The finding as it is told before its place: "break" of "break of the thigh bone". */
function located(chunk: ConceptChunk): Head {
  const head = headOf(chunk);
  const { words, plural } = chunk;
  if (!words.located) return head;
  const { one, many } = shippedForms(words.located);
  return { ...head, plain: (plural ? many[0] : one[0]) ?? head.plain };
}

/** "… of the distal left femur": an organ follows the preposition, with nothing but what describes it between. */
function isPlaced(chunks: readonly Chunk[], from: number, language: Language): boolean {
  if (!language.prepositions.has(chunks[from]?.text.toLowerCase() ?? '')) return false;
  for (let at = from + 1; at < from + LONGEST_LIST; at += 1) {
    const chunk = chunks[at];
    if (!chunk || chunk.kind === 'mark') return false;
    if (chunk.kind === 'concept') return chunk.concept.kind === 'anatomy';
    const word = chunk.text.toLowerCase();
    const passes =
      word === OF || isListLink(chunk, language) || language.determiners.has(word) || !isFunction(word, language);
    if (!passes) return false;
  }
  return false;
}

/** Only organs and links stand before the next finding: "hilar of "mediastinal, hilar or axillary adenopathy". */
function reachesFinding(chunks: readonly Chunk[], from: number, language: Language): boolean {
  for (let at = from; at < from + LONGEST_LIST; at += 1) {
    const chunk = chunks[at];
    if (isFindingAt(chunks, at)) return true;
    const passes =
      chunk?.kind === 'concept'
        ? isAdjective(chunk, language) || isFindingAt(chunks, at + 1)
        : isListLink(chunk, language);
    if (!passes) return false;
  }
  return false;
}
const LONGEST_LIST = 10; // chunks
const OF = 'of';

const isFindingAt = (chunks: readonly Chunk[], at: number): boolean => {
  const chunk = chunks[at];
  return chunk?.kind === 'concept' && chunk.concept.kind !== 'anatomy';
};

/** The finding with its organs and its side. */
function place(head: Head, organs: readonly Head[], side: Side | null, language: Language, link: Link): string {
  if (organs.length === 0) return side ? sided(head, side, language) : head.plain;
  const last = organs.length - 1;
  const names = organs.map(({ plain }, i) => (side && i === last ? withSide(plain, side, language) : plain));
  const list = names.map((name) => (/^(?:both|the) /.test(name) ? name : `the ${name}`));
  const own = organs[last]?.listed ? PLACE.exec(head.plain) : null;
  if (own) return `${own[1] ?? ''} ${own[2] ?? ''} ${joined([...list, own[3] ?? ''], link)}`;
  return `${withoutPlace(head.plain, organs[last]?.plain ?? '')} ${head.link} ${joined(list, link)}`;
}

function sided({ plain, anatomy }: Head, side: Side, language: Language): string {
  const words = plain.split(' ');
  const noun = sidedAt(words, language) >= 0 || words.some((word) => language.whereabouts.has(word));
  return anatomy && !noun && side !== 'bilateral' && side !== 'midline'
    ? `${side} ${plain}`
    : withSide(plain, side, language);
}
