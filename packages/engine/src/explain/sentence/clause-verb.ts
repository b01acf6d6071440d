/** Wing 4, explain: a clause without a verb is given the one it means. */
import { AND_OR } from './and-or.ts';
import { answered, deniedBehind, withoutIt } from './answered.ts';
import { asChanged, asOwn, ownAt } from './changed.ts';
import type { Language } from './language.ts';
import { hasMainVerb, placedAt } from './predicate.ts';
import { sideBehind } from './side.ts';
import { adverbBefore, denialBefore, describesNext, hedgeBefore, mannerBefore, split } from './verb-place.ts';
import { isJoin, type Word } from './word.ts';

/** Gives a clause without a verb the one it means: "No effusion" → "There is no effusion", "Heart normal" → "Your heart is normal". */
export function withVerb(words: readonly Word[], language: Language): readonly Word[] {
  const opinion = asOpinion(words, language) ?? asChanged(words, language);
  if (opinion) return opinion;
  if (words.length === 0 || hasMainVerb(words, language)) return words;
  if (language.unframed.has(opens(words))) return words;
  const noun = words.find(({ kind }) => kind === 'noun');
  if (!noun) return words;
  const at = words.indexOf(noun);
  // "no evidence of any fractures", "no findings to suggest it": the evidence is what there is
  const of = words.slice(0, at).findIndex(({ text }) => text === OF || text === 'to' || text.endsWith(` ${OF}`));
  const isOf = of >= 0;
  const owner = words[of]?.text.endsWith(` ${OF}`) ? words[of] : words[of - 1];
  const many = (isOf ? isMany(owner) : noun.number === 'plural') || isList(words, at);
  const verb = (text: string): Word => ({ text, glued: false, kind: 'verb' });
  // "right upper lobe 7 mm nodule": the nodule is there
  const second = words[1];
  if ((noun.anatomy || noun.part) && at === 0 && second?.kind === 'noun' && !second.anatomy && /^\d/.test(second.text))
    return [
      verb(second.number === 'plural' ? 'There are' : 'There is'),
      second.number === 'count' ? { ...second, text: `a ${second.text}` } : second,
      { text: 'in', glued: false, kind: 'link' },
      { ...noun, text: noun.text.replace(/^your /, 'the ') },
      ...words.slice(2),
    ];
  // "isthmus 3 mm": the size is what is said of it
  if ((noun.anatomy || noun.part) && at === 0 && words[1] && /^\d/.test(words[1].text) && !isNumbered(words, language))
    return split(words, 1, verb(many ? 'are' : 'is'));
  // "left kidney with a cyst"
  if (noun.anatomy && at === 0 && second?.text === 'with' && words[2]?.kind === 'noun' && !words[2].anatomy)
    return [noun, verb(many ? 'have' : 'has'), ...words.slice(2)];
  // "dilated left ventricle with impaired function"
  if (noun.anatomy && at === 0 && second?.text === 'with' && isQuality(words, 2))
    return [noun, verb(many ? 'have' : 'has'), ...words.slice(2)];
  // "RV: mildly dilated, TAPSE 14 mm"
  if (words[0]?.kind === 'predicate' && second?.text === ',') return words;
  if (noun.device && at === 0 && words[1]?.kind === 'link' && words[1].text !== 'and' && words[1].text !== 'or')
    return split(words, 1, verb('is'));
  const relative = words.findIndex(({ text }, i) => i > at && language.relatives.has(text.toLowerCase()));
  const end = relative < 0 ? words.length : relative;
  // "nodes, largest 9 mm": that is of the figure
  const next = (wanted: Word['kind']): number =>
    words.findIndex(({ kind }, i) => kind === wanted && i > at && i < end && !/^\d/.test(words[i + 1]?.text ?? ''));
  const participle = next('participle');
  // "the scan found a lump": the noun does it
  const object = words[participle + 1];
  const finds = language.finds.has(words[participle]?.text ?? '');
  if (participle > at && object?.kind === 'noun' && (finds || !object.anatomy) && noun.exam) return words;
  if (participle > at) {
    const from = denialBefore(words, participle);
    // "X, not seen before": the clause about X needs no verb of its own
    if (from === participle || words[from - 1]?.kind !== 'mark') return split(words, from, verb(many ? 'were' : 'was'));
  }
  const deed = words.findIndex((_, i) => i > at && i < end && isDeed(words, i, language));
  if (deed > at) return split(words, mannerBefore(words, denialBefore(words, deed)), verb(many ? 'were' : 'was'));
  const passive = words.findIndex(({ kind }, i) => kind === 'passive' && i > at && i < end && !describesNext(words, i));
  // "high but stable": the verb belongs before the first of the two
  if (passive > at && !isJoin(words[passive - 1]))
    return split(words, adverbBefore(words, denialBefore(words, passive)), verb(many ? 'are' : 'is'));
  const predicate = next('predicate');
  if (at === 0 && (noun.anatomy ? predicate > 0 : noun.exam && predicate === 1))
    return split(words, hedgeBefore(words, denialBefore(words, predicate), language), verb(many ? 'are' : 'is'));
  const [opening] = words;
  const placed = opening && placedAt(words, language);
  if (placed) return placed;
  const isDenied = language.denials.has(opening?.text.split(' ')[0]?.toLowerCase() ?? '');
  if (noun.exam && opening === noun && !isDenied) return words;
  // "otherwise normal chest X-ray"
  if (opening?.kind === 'predicate' && noun.exam && at === 1) return [rank(noun, opening), ...words.slice(1)];
  // "obscured by gas": the noun is not what is there
  if (opening?.kind === 'predicate' && words.slice(1, at).some(({ kind }) => kind === 'link')) return words;
  if (opening?.kind === 'passive' && words[1]?.kind === 'noun') {
    const to = subjectEnd(words, language);
    const subject = words.slice(1, to).map((word, i) => (i === 0 ? withDefinite(word) : word));
    const isPlural = many || subject.some(({ text }, i) => text === AND && subject[i + 1]?.kind === 'noun');
    const rest = words.slice(to);
    const isOwn = to === ownAt(words, 2, language.changesOf.own);
    return [...subject, verb(isPlural ? 'are' : 'is'), opening, ...(isOwn ? asOwn(rest) : rest)];
  }
  // "less than a 50% narrowing"
  const two = `${opening?.text} ${second?.text}`.toLowerCase();
  if (
    opening &&
    !noun.anatomy &&
    (language.amountOpeners.has(two) || language.amountOpeners.has(opening.text.toLowerCase()))
  )
    return [verb(many ? 'There are' : 'There is'), { ...opening, text: opening.text.toLowerCase() }, ...words.slice(1)];
  // "Grade I sprain"
  if (opening && !noun.anatomy && at > 0 && language.ranks.has(opening.text.toLowerCase().split(' ')[0] ?? ''))
    return [verb(many ? 'There are' : 'There is'), rank(noun, opening), ...words.slice(1)];
  if (!opening || (opening.kind !== 'noun' && opening.kind !== 'denial' && opening.kind !== 'predicate')) return words;
  // "echogenic liver consistent with …": the organ is what fits
  if (opening.anatomy && isAmount(words, 1, language)) return [opening, verb(many ? 'have' : 'has'), ...words.slice(1)];
  if (opening.anatomy) return isOpinion(words[1], language) ? split(words, 1, verb(many ? 'are' : 'is')) : words;
  const denied = deniedBehind(words, at, language);
  if (denied > at && words[denied]?.text === language.missing)
    return [verb(many ? 'There are' : 'There is'), ...withoutIt(words, at, denied)];
  if (denied > at)
    return language.answers.has(words[denied]?.text.split(' ')[0]?.toLowerCase() ?? '')
      ? answered(words, denied)
      : split(words, denied, verb(many ? 'are' : 'is'));
  // "patent portal vein": what is said of the organ stands behind it
  const isAlone = words[2] === undefined || words[2].kind === 'link' || words[2].kind === 'mark';
  if (opening.kind === 'predicate' && at === 1 && noun.anatomy && isAlone && !isDenied)
    return [
      { ...noun, text: /^(?:the|your) /.test(noun.text) ? noun.text : `the ${noun.text}` },
      verb(many ? 'are' : 'is'),
      opening,
      ...words.slice(2),
    ];
  const bare =
    opening.kind === 'noun'
      ? { ...opening, text: opening.text.replace(/^the (?=.)/, opening.number === 'count' ? 'a ' : '') }
      : opening;
  // "PE unlikely": what stands alone behind the noun is said of it
  const behind = words.slice(1).flatMap(({ kind, text }) => (kind === 'mark' ? [] : text));
  if (opening === noun && language.verdicts.has(behind.join(' ')))
    return [bare, verb(many ? 'are' : 'is'), ...words.slice(1)];
  const side = behind.length === 1 ? sideBehind(behind[0]) : null;
  const rest = words.slice(1).map((word) => (side && word.kind !== 'mark' ? { ...word, text: side } : word));
  return [verb(many ? 'There are' : 'There is'), bare, ...rest];
}

/** "Ribs 4-8 broken": the figures are their names. */
const isNumbered = ([noun, figure]: readonly Word[], { numberedNames }: Language): boolean => {
  const name = noun?.text.split(' ').at(-1) ?? '';
  return figure?.kind === 'number' && (numberedNames.has(name) || numberedNames.has(name.replace(/s$/, '')));
};

/** "Mildly impaired function", with at most one word before it, and nothing of another organ. */
function isQuality(words: readonly Word[], at: number): boolean {
  const predicate = words.findIndex(({ kind }, i) => i >= at && kind === 'predicate');
  return (
    predicate >= 0 &&
    predicate <= at + 1 &&
    words[predicate + 1]?.kind === 'other' &&
    words.slice(at).every(({ anatomy }) => !anatomy)
  );
}

/** "Artery less than a 50% narrowing" */
function isAmount(words: readonly Word[], at: number, { amountOpeners }: Language): boolean {
  const low = (i: number): string => words[i]?.text.toLowerCase() ?? '';
  const isNoun = words.slice(at + 1).some(({ kind, anatomy }) => kind === 'noun' && !anatomy);
  return isNoun && (amountOpeners.has(low(at)) || amountOpeners.has(`${low(at)} ${low(at + 1)}`));
}

/** The first two words of a clause, however they are cut. */
const opens = (words: readonly Word[]): string =>
  words
    .slice(0, 2)
    .map(({ text }) => text.toLowerCase())
    .join(' ')
    .split(' ')
    .slice(0, 2)
    .join(' ');

function rank({ number }: Word, opening: Word): Word {
  const low = opening.text.toLowerCase();
  return { ...opening, text: number === 'count' ? `a ${low}` : low };
}

/** "Findings consistent with pneumonia": the opinion has a sentence of its own, "this fits with"; null where it is none. */
function asOpinion([result, link, ...rest]: readonly Word[], { links, opinions }: Language): readonly Word[] | null {
  if (!opinions.has(result?.text.toLowerCase() ?? '')) return null;
  const says = links.get(link?.text ?? '');
  // "most consistent with": two words
  const both = says ? undefined : links.get(`${link?.text} ${rest[0]?.text}`);
  const behind = says ? rest : rest.slice(1);
  const [text] = says ?? both ?? [];
  return text && behind.length > 0 ? [{ text, glued: false, kind: 'verb' }, ...behind] : null;
}

/** "in line with", "suspicious for": what can be said of a thing with "is". */
const isOpinion = (word: Word | undefined, { links }: Language): boolean =>
  word !== undefined && links.has(word.text) && !/ing\b/.test(word.text);

/** "abscess drained", but "seroma and drained abscess", "scar of a removed lump" */
function isDeed(words: readonly Word[], at: number, { deeds }: Language): boolean {
  if (!deeds.has(words[at]?.text ?? '') || words[at + 1]?.kind === 'noun') return false;
  const before = words[mannerBefore(words, denialBefore(words, at)) - 1];
  return before?.kind === 'noun';
}

/** "Improved effusion and edema", but "improved effusion and new edema": where the things end of which the opening word is said. */
function subjectEnd(words: readonly Word[], { connectives, changesOf }: Language): number {
  const end = words.findIndex(
    ({ kind, text }, i) =>
      i > 1 && (kind === 'mark' || (connectives.has(text) && !(isShared(text) && words[i + 1]?.kind === 'noun'))),
  );
  const beside = words.findIndex(({ text }) => text === WITH);
  const joined = words.findIndex(({ text }, i) => i > beside && beside > 0 && isShared(text));
  return Math.min(...[end, joined].map((at) => (at < 0 ? words.length : at)), ownAt(words, 2, changesOf.own));
}

const AND = 'and';

const WITH = 'with';

const isShared = (text: string): boolean => text === AND || text === 'or' || text === AND_OR;

const withDefinite = (word: Word): Word =>
  word.number === 'count' && !/^(?:the|an?|your|\d)\b/i.test(word.text) ? { ...word, text: `the ${word.text}` } : word;

/** "symptoms of pain": the word that "of" goes with */
const isMany = (word: Word | undefined): boolean => word?.kind === 'other' && /[^s]s$/.test(word.text);

/** "the left and the right kidney": more than one noun before anything is said of them. */
function isList(words: readonly Word[], first: number): boolean {
  let at = first + 1;
  while (joinsNouns(words[at]) || isListed(words, at)) at += 1;
  const list = words.slice(first, at);
  return list.length > 2 && list.some(joinsNouns) && !joinsNouns(list.at(-1)) && words[first]?.anatomy === true;
}

const joinsNouns = (word: Word | undefined): boolean => word?.text === ',' || word?.text === 'and';

/** A noun, or one word between two links, or between a link and what is said of all: "lips" of "face, lips and limbs normal". */
function isListed(words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (word?.kind === 'noun') return true;
  return word?.kind === 'other' && joinsNouns(before) && (joinsNouns(next) || next?.kind === 'predicate');
}

const OF = 'of';
