/** Wing 4, explain, frame: nouns with what agrees with them: article, adjectives, side, place. */
import type { FrameConcept, Frames, FrameWords } from '@readingscan/knowledge';
import type { Measurement } from '../../document.ts';
import { genericNouns } from '../../generic.ts';
import { fill } from '../template.ts';
import { type Agreement, allOf, attributed, behindHead, describer } from './attributes.ts';
import type { Thing } from './claim.ts';
import type { Describing } from './describing.ts';
import { holdsWord } from './guard.ts';
import type { ToldPlace } from './place-of.ts';

/** A name as it stands in a sentence; null where the language has none. */
interface Noun {
  readonly text: string;
  readonly agreement: Agreement;
  readonly isCounted: boolean;
  readonly isAmount: boolean;
}

export interface Nouns {
  /** "un nódulo pequeño (6 mm)" and, to be set behind its place, "de contorno nítido"; bare without an article; null where a word has no translation */
  readonly thing: (
    thing: Thing,
    options: { readonly bare: boolean; readonly isNew?: boolean; readonly isDenied?: boolean },
  ) => { readonly text: string; readonly behind: string } | null;
  /** "en el hígado"; '' where the statement names no place of its own, or the names beside it say it */
  readonly where: (places: readonly ToldPlace[], beside: string, at?: string) => string | null;
  /** "el hígado y el bazo", and whether that is more than one */
  readonly organs: (
    places: readonly ToldPlace[],
  ) => { readonly text: string; readonly many: boolean; readonly agreement: Agreement } | null;
  /** "de tamaño normal y más brillante"; null where a word has no translation */
  readonly state: (words: readonly Describing[], agreement: Agreement, join: 'and' | 'nor') => string | null;
  readonly agreementOf: (concept: string, plural: boolean) => Agreement;
  readonly name: (concept: string, plural: boolean, options: { readonly bare: boolean }) => string | null;
  /** "8 mm; earlier 5 mm"; '' where there is none */
  readonly sizes: (measurements: readonly Measurement[]) => string;
  /** a figure with its unit in this language */
  readonly quantity: (written: string) => string;
  readonly list: (parts: readonly string[], join: 'and' | 'nor' | 'or') => string;
  readonly sentence: (text: string) => string;
}

/** Places that a statement names of one finding beyond which it is shown as written. */
const MOST_PLACES = 6;

export function nounsOf(words: FrameWords): Nouns {
  const { concepts, modifiers, documents } = words;
  const { frames } = documents;
  const space = frames.marks.space ? ' ' : '';
  const generic = genericNouns(frames);
  const describe = describer(words);
  const nounOf = (id: string, plural: boolean): Noun | null => {
    const named = generic.get(id);
    const concept = named?.thing ?? concepts[id];
    if (!concept) return null;
    const many = concept.number === 'plural' || (plural && concept.plural !== undefined);
    const text = many && concept.plural !== undefined ? concept.plural : concept.plain;
    const whole = named?.where ? fill(named.where, { thing: text }) : text;
    return {
      text: whole,
      agreement: agreementOf(concept, many),
      isCounted: concept.number === 'count',
      isAmount: concept.number === 'amount',
    };
  };
  const list: Nouns['list'] = (parts, join) => {
    const last = parts.at(-1) ?? '';
    if (parts.length < 2) return last;
    const head = parts.slice(0, -1).join(`${frames.marks.comma}${space}`);
    return `${head}${space}${joined(frames, join, last)}${space}${last}`;
  };
  const sided = (noun: Noun, laterality: ToldPlace['laterality']): string => {
    if (laterality === null || namesSide(noun.text, frames)) return noun.text;
    const isOne = frames.sides !== undefined && !noun.text.includes(' ');
    if (isOne && (laterality === 'left' || laterality === 'right'))
      return `${noun.text} ${frames.sides?.[laterality][noun.agreement] ?? ''}`;
    return fill(frames.where.of, { place: noun.text, side: frames.where.side[laterality] });
  };
  const definite = (noun: Noun, laterality: ToldPlace['laterality']): string =>
    `${articleOf(noun, frames)}${sided(noun, laterality)}`;
  const placeText = (
    { concept, plural, laterality, level, span, seenSpan, describing }: ToldPlace,
    beside: string,
    at: string,
  ): string | null => {
    const side = laterality ? frames.where.side[laterality] : '';
    const atLevel = level ? fill(frames.where.level, { level }) : '';
    if (level) return side && !namesSide(beside, frames) ? `${atLevel}${space}${side}` : atLevel;
    if (span === null || concepts[concept] === undefined) return namesSide(beside, frames) ? '' : side;
    const noun = nounOf(concept, plural || laterality === 'bilateral');
    const one = nounOf(concept, false);
    if (!noun) return null;
    // "in the breast" adds nothing to "a lump in the breast"
    const isSaid = [noun, one, nounOf(concept, true)].some(
      (known) => known !== null && holdsWords(beside, known.text, frames),
    );
    const own = describe(describing.words, noun.agreement);
    if (!own) return null;
    const within = allOf(own);
    if (isSaid && within.length === 0) return namesSide(beside, frames) ? '' : side;
    const name = frames.inflects ? definite(noun, laterality) : attributed(sided(noun, laterality), within, frames);
    const part = frames.inflects && within.length ? `${frames.marks.comma}${space}${list(within, 'and')}` : '';
    return `${fill(at, { place: name })}${part}${seenSpan ? frames.seenPart : ''}`;
  };
  const quantity = (written: string): string =>
    written.replace(/(^|[\s\d])([a-z]+(?: per [a-z]+)?)/gi, (whole, before: string, unit: string) => {
      const own = frames.units[unit.toLowerCase()];
      return own === undefined ? whole : `${before}${/\d/.test(before) ? space : ''}${own}`;
    });
  const size = ({ written, qualifier, role }: Measurement): string => {
    const text = quantity(written.replace(/\s+/g, ' ').trim());
    if (role !== 'current') return fill(frames.size[role === 'prior' ? 'before' : 'difference'], { size: text });
    const bound = qualifier === 'max' || qualifier === 'lt' || qualifier === 'gt' ? qualifier : 'now';
    return fill(frames.size[bound], { size: text });
  };
  // "earlier 5 mm and 8 mm" would leave open which is which
  const sizesText: Nouns['sizes'] = (measurements) => {
    const isPrior = ({ role }: Measurement): boolean => role === 'prior';
    const told = (ones: readonly Measurement[]): string => list([...new Set(ones.map(size))], 'and');
    const both = [told(measurements.filter((one) => !isPrior(one))), told(measurements.filter(isPrior))];
    return both.filter((text) => text !== '').join(`${frames.marks.semicolon}${space}`);
  };
  /** A phrase that says where stands with the places; an adjective that does describes. */
  const isDescribing = ({ id, isPosition }: Describing): boolean =>
    !isPosition || !frames.inflects || modifiers[id]?.forms !== undefined;
  const thing: Nouns['thing'] = (
    { concept, plural, modifiers: ids, sizes, isOther, isPicked, toward },
    { bare, isNew = false, isDenied = false },
  ) => {
    const noun = nounOf(concept, plural);
    if (!noun) return null;
    const own = sizesText(sizes);
    const picked = own !== '' && isPicked;
    const counting = ids.filter(({ id }) => frames.counts.includes(id));
    // "two areas of consolidation" have no plural where they are not counted
    if (counting.length > 0 && frames.inflects && !noun.isCounted && noun.agreement < 2) return null;
    const counts = describe(counting, noun.agreement);
    const rest = ids.filter((word) => !counting.includes(word) && !word.picks);
    const isPhrase = noun.text.includes(' ');
    const described = describe(rest.filter(isDescribing), noun.agreement, { isAmount: noun.isAmount, isPhrase });
    const parts = describe(
      rest.filter((word) => !isDescribing(word)),
      noun.agreement,
    );
    if (!counts || !described || !parts) return null;
    const agreeing = isNew ? [frames.denied.new[noun.agreement], ...described.agreeing] : described.agreeing;
    const measured = own
      ? `${space}${frames.marks.open}${picked ? fill(frames.size.largest, { size: own }) : own}${frames.marks.close}`
      : '';
    const article =
      bare || counting.length > 0
        ? allOf(counts)
            .map((word) => `${word}${space}`)
            .join('')
        : indefinite(noun, frames);
    const to = toward ? [frames.where.toward[toward]] : [];
    const name = frames.inflects
      ? behindHead(noun.text, list(agreeing, 'and'), frames)
      : `${attributed(noun.text, [...agreeing, ...described.fixed], frames)}${to.map((own) => `${frames.marks.open}${own}${frames.marks.close}`).join('')}`;
    const other = isOther ? `${frames.denied.other[noun.agreement]}${space}` : '';
    // in a denial a comma would begin something else
    const isBeside = frames.inflects && (isDenied || !name.includes(' '));
    const beside = isBeside && described.fixed.length > 0 ? ` ${list(described.fixed, 'and')}` : '';
    const behind = [
      ...(frames.inflects && !isBeside ? described.fixed : []),
      ...allOf(parts),
      ...(frames.inflects ? to : []),
    ];
    return {
      text: `${article}${other}${name}${beside}${measured}`,
      behind: behind.length > 0 ? `${frames.marks.comma}${space}${list(behind, 'and')}` : '',
    };
  };
  const where: Nouns['where'] = (places, beside, at = frames.where.at) => {
    if (places.length > MOST_PLACES) return null;
    const texts = places.map((place) => placeText(place, beside, at));
    if (texts.some((text) => text === null)) return null;
    const own = [...new Set(texts.filter((text): text is string => text !== null && text !== ''))];
    // "on the right" adds nothing to "in the right kidney"
    const sides: readonly string[] = Object.values(frames.where.side);
    const named = own.filter((text) => !sides.includes(text));
    const told = named.some((text) => namesSide(text, frames)) ? named : own;
    const isList = places.at(-1)?.isNext === true;
    // from the larger to the smaller, where the language has it so
    const ordered = frames.where.inward && places.at(-1)?.isOf ? [...told].reverse() : told;
    const whole = isList ? list(told, 'and') : ordered.join(frames.where.nested);
    return whole && `${space}${whole}`;
  };
  return {
    thing,
    where,
    list,
    sizes: sizesText,
    quantity,
    organs: (places) => {
      const nouns = places.map(({ concept, plural, laterality }) => ({
        noun: nounOf(concept, plural || laterality === 'bilateral'),
        laterality,
      }));
      const texts = nouns.flatMap(({ noun, laterality }) => (noun ? [definite(noun, laterality)] : []));
      const agreements = nouns.map(({ noun }) => noun?.agreement ?? 0);
      if (texts.length < places.length || texts.length === 0) return null;
      const many = texts.length > 1 || (agreements[0] ?? 0) > 1;
      const isFeminine = agreements.every((agreement) => agreement % 2 === 1);
      return { text: list(texts, 'and'), many, agreement: many ? (isFeminine ? 3 : 2) : (agreements[0] ?? 0) };
    },
    state: (ids, agreement, join) => {
      const own = describe(ids, agreement);
      return own && allOf(own).length > 0 ? list(allOf(own), join) : null;
    },
    agreementOf: (concept, plural) => nounOf(concept, plural)?.agreement ?? 0,
    name: (concept, plural, { bare }) => {
      const noun = nounOf(concept, plural);
      return noun && `${bare ? '' : indefinite(noun, frames)}${noun.text}`;
    },
    sentence: (text) => {
      const whole = text.replace(frames.inflects ? /\b(de|a) el\b/g : /(?!)/g, (_, word) => `${word}l`).trim();
      const upper = `${(whole[0] ?? '').toUpperCase()}${whole.slice(1)}`;
      return upper.endsWith(frames.marks.stop) || /[.。]$/.test(upper) ? upper : `${upper}${frames.marks.stop}`;
    },
  };
}

function agreementOf({ gender = 'm' }: Pick<FrameConcept, 'gender'>, many: boolean): Agreement {
  if (many) return gender === 'f' ? 3 : 2;
  return gender === 'f' ? 1 : 0;
}

function indefinite({ agreement, isCounted }: Noun, { articles }: Frames): string {
  if (!articles || !isCounted || agreement > 1) return '';
  return `${articles.indefinite[agreement === 1 ? 1 : 0]} `;
}

function articleOf({ text, agreement }: Noun, { articles, stressed }: Frames): string {
  if (!articles) return '';
  const isStressed = agreement === 1 && stressed.includes(text.split(' ')[0] ?? '');
  return `${articles.definite[isStressed ? 0 : agreement]} `;
}

const namesSide = (text: string, frames: Frames): boolean => {
  const { left, right, both } = frames.guard;
  return [...left, ...right, ...both].some((word) => holdsWord(text, word, frames.inflects));
};

const holdsWords = (text: string, words: string, { inflects }: Frames): boolean => {
  const at = text.indexOf(words);
  return at >= 0 && (!inflects || (isEdge(text[at - 1]) && isEdge(text[at + words.length])));
};
const isEdge = (letter: string | undefined): boolean => letter === undefined || !/\p{L}/u.test(letter);

function joined({ joins }: Frames, join: 'and' | 'nor' | 'or', next: string): string {
  const own = joins[join];
  const low = next.toLowerCase();
  const change = joins.before.find(
    ({ join: one, begins, unless }) =>
      one === own && begins.some((start) => low.startsWith(start)) && !unless.some((start) => low.startsWith(start)),
  );
  return change?.other ?? own;
}
