/** Wing 4, explain: the pieces of a clause → one plain sentence, with articles, and with a verb where the report has none. */
import { withBoth, withoutOf } from './adjectives.ts';
import { agreed, inNumber } from './agreement.ts';
import { AND_OR } from './and-or.ts';
import { mendArticles } from './article.ts';
import { asChanged, asOwn, ownAt } from './changed.ts';
import type { Chunk } from './chunk.ts';
import { isFinding } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { asThere, asYours, hasMainVerb, placedAt, withThe } from './predicate.ts';
import { withPredicateLast } from './predicate-last.ts';
import { wordsOf } from './sequence.ts';
import { sideBehind } from './side.ts';
import { type ClauseContext, isJoin, type Word } from './word.ts';

export type { ClauseContext } from './word.ts';

/** statement: a clause without a verb is given one; advice: it is told as advice; title: it stays a title. */
export type Manner = 'statement' | 'advice' | 'title';

/** One sentence from the chunks of one clause; null where nothing is left to say. */
export function sentenceOf(written: readonly Chunk[], context: ClauseContext, manner: Manner): string | null {
  const ordered = manner === 'statement' ? withPredicateLast(written, context.language) : written;
  const chunks = withBoth(withoutOf(ordered, context.language), context.language);
  const colon = chunks.findIndex((chunk, at) => chunk.kind === 'mark' && chunk.text === ':' && !isOfTime(chunks, at));
  const label = colon > 0 && colon <= 6 ? chunks.slice(0, colon) : [];
  const body = agreed(wordsOf(label.length ? chunks.slice(colon + 1) : chunks, context, label.length === 0));
  if (label.length === 0) {
    const request = manner === 'advice' && context.language.requests.get(body[0]?.text.toLowerCase() ?? '');
    if (request) return finished(`${request} ${writing(body.slice(1))}`, context.language);
    if (manner === 'advice' && body.length > 0 && !body.some(({ kind }) => kind === 'verb' || kind === 'passive')) {
      return finished(`${context.advice} ${writing(body)}`, context.language);
    }
    const framed = manner === 'title' ? body : predicated(body, context.language);
    return framed.length ? finished(writing(framed), context.language) : null;
  }
  const name = writing(wordsOf(label, context, false, false));
  const placed = label.some(isFinding) ? asSite(body) : body;
  const said = writing(predicated(placed, context.language)).replace(/^There /, 'there ');
  return finished(said ? `${name}: ${said}` : name, context.language);
}

/** "Lung nodules: right lower lobe 4 mm": under the name of a finding a place is where it lies, and the size is not that of the place. */
function asSite(words: readonly Word[]): readonly Word[] {
  return words.flatMap((word, at): readonly Word[] => {
    const opens = at === 0 || (words[at - 1]?.kind === 'mark' && words[at - 1]?.text !== ':');
    const isSized = word.kind === 'noun' && word.anatomy && /^\d/.test(words[at + 1]?.text ?? '');
    if (!opens || !isSized) return [word];
    return [
      { text: 'in', glued: word.glued, kind: 'link' },
      { ...word, text: word.text.replace(/^your /i, 'the '), glued: false, kind: 'other' },
      { text: ',', glued: true, kind: 'mark' },
    ];
  });
}

/** "Phoned at 10:20" has no label. */
const isOfTime = (chunks: readonly Chunk[], colon: number): boolean =>
  chunks[colon - 1]?.kind === 'number' && chunks[colon + 1]?.kind === 'number' && chunks[colon + 1]?.glued === true;

/** The words of a clause with all that a full sentence needs. */
const predicated = (words: readonly Word[], language: Language): readonly Word[] =>
  unpaired(asThere(asYours(withSides(withVerb(withThe(words, language), language), language)), language), language);

/** "There is neither effusion | nor edema": each half is a sentence, and denies by itself. */
function unpaired(words: readonly Word[], { pairedDenials }: Language): readonly Word[] {
  const at = words.findIndex(({ kind }) => kind !== 'verb' && kind !== 'other');
  const [denial = '', ...rest] = words[at]?.text.split(' ') ?? [];
  const plain = pairedDenials.get(denial.toLowerCase());
  const isHalf = at > 0 && !words.some(({ text }, i) => i > at && pairedDenials.has(text.split(' ')[0] ?? ''));
  if (plain === undefined || !isHalf || words[at - 1]?.kind !== 'verb') return words;
  return words.map((word, i) => (i === at ? { ...word, text: [plain, ...rest].join(' ') } : word));
}

/** "Hematoma, right temporal": the side alone, before a place with words of its own. */
const withSides = (words: readonly Word[], { prepositions }: Language): readonly Word[] =>
  words.map((word, at) => {
    const side = words[at - 1]?.kind === 'mark' ? sideBehind(word.text) : null;
    if (!side) return word;
    const next = words[at + 1]?.text.split(' ')[0] ?? '';
    return next !== OF && prepositions.has(next) ? { ...word, text: side } : word;
  });
const OF = 'of';

/** Gives a clause without a verb the one it means: "No effusion" → "There is no effusion", "Heart normal" → "Your heart is normal". */
function withVerb(words: readonly Word[], language: Language): readonly Word[] {
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

/** "successfully drained", "well controlled": the verb stands before how. */
const mannerBefore = (words: readonly Word[], at: number): number =>
  words[at - 1]?.text === 'well' ? at - 1 : adverbBefore(words, at);

/** "not seen": the verb stands before the denial. */
function denialBefore(words: readonly Word[], at: number): number {
  let from = at - 1;
  // "not well seen", "not adequately seen"
  while (from > at - 3 && words[from]?.kind === 'other') from -= 1;
  return words[from]?.text === 'not' ? from : at;
}

/** "nodes, likely reactive": so does it before how sure that is. */
const hedgeBefore = (words: readonly Word[], at: number, { natureHedges }: Language): number =>
  natureHedges.has(words[at - 1]?.text ?? '') && words[at - 2]?.kind === 'mark' ? at - 1 : at;

/** "uptake with decreased swelling", "No effusion, decreased opacity": it is said of what follows. */
function describesNext(words: readonly Word[], at: number): boolean {
  const before = words[adverbBefore(words, at) - 1];
  return before?.kind === 'link' || (before?.text === ',' && words[at + 1]?.kind === 'noun');
}

/** "Pneumothorax no longer visible", "Free gas - nil", "PE negative": where what is said of the noun denies it; -1 where nothing does. */
function deniedBehind(words: readonly Word[], noun: number, language: Language): number {
  return words.findIndex(({ text, kind }, at) => {
    if (at <= noun || kind === 'mark') return false;
    const first = text.split(' ')[0]?.toLowerCase() ?? '';
    const before = words[at - 1];
    if (language.answers.has(first)) return isAnswer(words, at);
    if (text === language.missing) return isAnswer(words, at) && words[noun]?.anatomy !== true;
    return language.denying.has(first) && before?.kind === 'noun';
  });
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

/** Right behind the noun, or behind a dash, and nothing that it describes follows. */
function isAnswer(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  if (words[at + 1]?.kind === 'noun') return false;
  return before?.kind === 'noun' || (before?.kind === 'mark' && before.text !== ',');
}

/** "Free fluid absent on the left": "no free fluid on the left" */
const withoutIt = (words: readonly Word[], noun: number, denied: number): readonly Word[] => [
  { text: 'no', glued: false, kind: 'denial' },
  ...words
    .slice(0, denied)
    .map((word, i) => (i === noun ? { ...word, text: word.text.replace(/^(?:an?|the) /, '') } : word)),
  ...words.slice(denied + 1),
];

/** "Air outside the bowel: nil" */
function answered(words: readonly Word[], at: number): readonly Word[] {
  const end = words[at - 1]?.kind === 'mark' ? at - 1 : at;
  const answer = words[at];
  if (!answer) return words;
  return [
    ...words.slice(0, end),
    { text: ':', glued: true, kind: 'mark' },
    { ...answer, glued: false },
    ...words.slice(at + 1),
  ];
}

/** "slightly increased": the verb stands before how much */
const adverbBefore = (words: readonly Word[], at: number): number =>
  at > 1 && /^[a-z]+ly$/.test(words[at - 1]?.text ?? '') ? at - 1 : at;

/** "symptoms of pain": the word that "of" goes with */
const isMany = (word: Word | undefined): boolean => word?.kind === 'other' && /[^s]s$/.test(word.text);

/** "the left and the right kidney": more than one noun before anything is said of them. */
function isList(words: readonly Word[], first: number): boolean {
  let at = first + 1;
  while (words[at]?.text === ',' || words[at]?.text === 'and' || words[at]?.kind === 'noun') at += 1;
  const list = words.slice(first, at);
  return (
    list.some(({ text }) => text === 'and' || text === ',') &&
    list.filter(({ kind }) => kind === 'noun').length > 1 &&
    list.at(-1)?.kind === 'noun' &&
    words[first]?.anatomy === true
  );
}

/** The verb before the word at `at`; a comma or colon that stood for it goes, but not one that closes an aside. */
function split(words: readonly Word[], at: number, one: Word): readonly Word[] {
  const before = words.slice(0, at);
  const last = before.at(-1)?.text ?? '';
  const verb = last === 'both' ? { ...one, text: inNumber(one.text, 'plural') } : one;
  const goes = last === ':' || (last === COMMA && !closesAside(before));
  return [...(goes ? before.slice(0, -1) : before), verb, ...words.slice(at)];
}

/** "a lump, 8 mm across, ": a comma stands before the last one, and what is between names nothing else. */
function closesAside(words: readonly Word[]): boolean {
  const opens = words.slice(0, -1).findLastIndex(({ text }) => text === COMMA);
  const [first, second] = [words[opens + 1], words[opens + 2]];
  // "a lump, largest 8 mm"
  const isSize = [first, second].some((word) => word?.kind !== 'noun' && /^\d/.test(word?.text ?? ''));
  return opens > 0 && words[opens - 1]?.kind === 'noun' && (first?.kind === 'link' || isSize);
}
const COMMA = ',';

export function writing(words: readonly Word[]): string {
  let text = '';
  words.forEach((word, i) => {
    const before = words[i - 1];
    const tight = i === 0 || word.glued || (before?.kind === 'mark' && /^[(/-]$/.test(before.text) && word.glued);
    const own = opensSentence(words, i) ? capital(word.text) : word.text;
    text += tight ? own : ` ${own}`;
  });
  return text.trim();
}

/** Behind a full stop that ends what is said, not a short form. */
const opensSentence = (words: readonly Word[], at: number): boolean =>
  words[at]?.kind === 'noun' && words[at - 1]?.text === '.' && ENDED.has(words[at - 2]?.kind ?? 'other');
const ENDED: ReadonlySet<Word['kind']> = new Set(['noun', 'predicate', 'number']);

const capital = (text: string): string => (text[0] ?? '').toUpperCase() + text.slice(1);

/** of "you", and of what is yours */
const ONE: Readonly<Record<string, string>> = { ' were': ' was', ' are': ' is', ' have': ' has' };

export function finished(text: string, language: Language): string {
  const mended = mendArticles(
    text
      .replace(/\s+/g, ' ')
      .replace(/\ban? (?=(?:one|no) )/gi, '')
      .replace(
        /\bthe (\S+) of you( were| are| have)?\b/gi,
        (_, noun: string, verb = '') => `your ${noun}${ONE[verb] ?? verb}`,
      )
      .replace(/(?<!\p{L})(\p{L}+) (?=\1(?!\p{L}))/giu, '')
      .replace(/ ([,.;:)])/g, '$1')
      .replace(/[\s,;:-]+$/, '')
      .replace(/(?<=[.?!])[\s.]+$/, ''),
    language,
  );
  const closed = /[.?!]$/.test(mended) ? mended : `${mended}.`;
  if (/^\W*\d/.test(closed)) return closed;
  const first = closed.search(/\p{L}/u);
  return first < 0 ? closed : closed.slice(0, first) + (closed[first] ?? '').toUpperCase() + closed.slice(first + 1);
}
