/** Wing 4, explain: the pieces of a clause in order → words, noun phrases put together with their articles. */
import type { Chunk } from './chunk.ts';
import { isFinding, isTest } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { levelled } from './level-name.ts';
import { isBefore } from './modifiers.ts';
import { isProperty, type NounPhrase, nounPhraseAt } from './noun-phrase.ts';
import { withoutPlace } from './place.ts';
import { type ClauseContext, cased, isInside, isJoin, isVerb, type Word, wordFor } from './word.ts';

/** Words in order, noun phrases put together. */
export function wordsOf(chunks: readonly Chunk[], context: ClauseContext, opens: boolean, articles = true): Word[] {
  const { language } = context;
  const words: Word[] = [];
  const verbless = !chunks.some((chunk) => isVerb(chunk, language));
  let denied = false;
  let at = 0;
  while (at < chunks.length) {
    const chunk = chunks[at];
    if (!chunk) break;
    const determiner = chunk.kind === 'word' && language.determiners.has(chunk.norm) ? chunk : null;
    if (chunk.kind === 'word' && language.listDenials.has(chunk.norm)) denied = true;
    else if (chunk.kind === 'word' && language.denials.has(chunk.norm)) denied = false;
    const noun = nounPhraseAt(chunks, determiner ? at + 1 : at, language);
    const level = noun?.anatomy && !determiner ? levelled(words, noun.text, language) : null;
    const phrase = noun && level ? { ...noun, text: level.text } : noun;
    if (phrase) {
      if (level) words.splice(level.before.length);
      const start = words.length === 0 && opens;
      const before = words.at(-1);
      if (!determiner && phrase.anatomy && before?.kind === 'noun' && !before.anatomy && joins(chunks[at - 1]))
        words.push({ text: before.exam ? 'of' : 'in', glued: false, kind: 'link' });
      const article = determiner
        ? given(determiner.norm, phrase, start && context.yours)
        : articles && !(context.unopened && words.length === 0)
          ? missing(words, phrase, { start: start && context.yours, denied, language }, chunks[at])
          : '';
      const short = withoutPlace(
        towards(phrase.text, chunks[phrase.to + 1], chunks[phrase.to + 2], language),
        placeAfter(chunks, phrase.to, language),
      );
      const own = denied ? withEither(short, language) : short;
      const property = chunks[phrase.to];
      const isDeviceAt = isDevice(chunks[phrase.to - 1]);
      const hasProperty = property !== undefined && (phrase.anatomy || isDeviceAt) && isProperty(property, language);
      const end = hasProperty ? phrase.to + 1 : phrase.to;
      // "normal ejection fraction of 60%": it is normal at that figure
      const hasFigure = chunks[end]?.text.toLowerCase() === 'of' && isFigure(chunks[end + 1]);
      const isLast = hasFigure || (isEnd(chunks[end]) && !chunks[end + 1]);
      const called = phrase.called && verbless && start && !determiner && isLast;
      const text = phrase.called && !called ? withCalled(phrase.called, own, language) : own;
      words.push({
        text: withArticle(article, text),
        glued: isInside(words.at(-1), chunk),
        kind: 'noun',
        number: phrase.number,
        anatomy: phrase.anatomy,
        part: phrase.part,
        finding: chunks.slice(at, phrase.to).some(isFinding),
        exam: isExam(phrase, chunks, language),
      });
      if (hasProperty) words.push({ ...ofProperty(words, property, context), device: isDeviceAt });
      if (called) words.push({ text: phrase.called, glued: false, kind: 'predicate' });
      if (called && hasFigure) words.push({ text: 'at', glued: false, kind: 'link' });
      at = called && hasFigure ? end + 1 : end;
      continue;
    }
    // "the anterior and mid fibers": behind an article it describes what is still to come
    const isOpened = language.determiners.has(chunks[at - 1]?.text.toLowerCase() ?? '');
    const last = isEnd(chunks[at + 1]) && !isOpened && !describesNoun(chunks, at + 1, language);
    const told = wordFor(chunk, words.at(-1), context, { first: at === 0, last });
    const short = told && (holdsThing(chunks, at, language) ?? placesNamed(words.at(-1), chunks, at, language));
    const text = short ?? (told && denied ? withEither(told.text, language) : told?.text);
    const word = told && text !== undefined ? { ...told, text } : told;
    if (word) {
      if (word.kind === 'verb') denied = false;
      if (isLevelOf(words.at(-1), chunks, at)) words.push({ text: 'at', glued: false, kind: 'link' });
      words.push(word);
    }
    at += 1;
  }
  return withoutRepeat(words);
}

/** "clear lungs on both sides"; several words stand behind: "lungs well filled with air". */
function withCalled(called: string, own: string, { prepositions }: Language): string {
  if (called.split(' ').some((word) => prepositions.has(word))) return `${own} ${called}`;
  return own.startsWith(BOTH) ? `${called} ${own.slice(BOTH.length)} ${ON_BOTH}` : `${called} ${own}`;
}
const BOTH = 'both ';
const ON_BOTH = 'on both sides';

const isFigure = (chunk: Chunk | undefined): boolean => chunk?.kind === 'quantity' || chunk?.kind === 'number';

/** "No lump on both sides" may deny only that there are two. */
const withEither = (text: string, language: Language): string =>
  text.replace(/\bboth (\w+)\b/, (_, plural: string) => `either ${singular(plural, language)}`);

/** "Fracture L3": a level right behind a finding; T1 to T4 may be a sequence or a stage. */
function isLevelOf(noun: Word | undefined, chunks: readonly Chunk[], at: number): boolean {
  if (noun?.kind !== 'noun' || noun.anatomy || noun.exam) return false;
  return chunks[at - 1]?.kind === 'concept' && SPINE_LEVEL.test(chunks[at]?.text ?? '');
}
const SPINE_LEVEL = /^(?:C[1-7]|T(?:[5-9]|1[0-2])|L[1-5]|S1)$/;
/** "An area that takes up more tracer of the liver": behind a name with a clause of its own, the place holds it. */
function placesNamed(noun: Word | undefined, chunks: readonly Chunk[], at: number, language: Language): string | null {
  if (!noun?.finding || !noun.text.split(' ').some((word) => language.relatives.has(word))) return null;
  const opens = chunks[at + 1]?.kind === 'word' && language.determiners.has(chunks[at + 1]?.text.toLowerCase() ?? '');
  const place = nounPhraseAt(chunks, opens ? at + 2 : at + 1, language);
  return place?.anatomy && chunks[at]?.text.toLowerCase() === place.link ? language.inside : null;
}
/** "within the liver" → "in", not "within two weeks" */
function holdsThing(chunks: readonly Chunk[], at: number, language: Language): string | null {
  const [chunk, next] = [chunks[at], chunks[at + 1]];
  const plain = chunk?.kind === 'word' ? language.holding.get(chunk.norm) : undefined;
  if (plain === undefined) return null;
  const behind = next?.kind === 'word' && language.determiners.has(next.norm) ? at + 2 : at + 1;
  return nounPhraseAt(chunks, behind, language) && plain;
}

/** "narrowing of the spinal canal or narrowing of the nerve opening" → "… or of the nerve opening" */
function withoutRepeat(words: readonly Word[]): Word[] {
  let head = '';
  return words.map((word) => {
    if (word.kind !== 'noun') {
      if (!JOINING.has(word.text)) head = '';
      return word;
    }
    const [, own = '', place = ''] =
      /^(?:(?:an?|no|any) )?(.+?) ((?:in|of|on|at|to|around|near|above|behind) .+)$/.exec(word.text) ?? [];
    const isSame = own !== '' && own === head && !word.anatomy;
    head = own;
    return isSame ? { ...word, text: place } : word;
  });
}
const JOINING = new Set([',', 'and', 'or', 'nor']);

/** A test, or what it shows: "CT images". */
const isExam = ({ to, link, anatomy }: NounPhrase, chunks: readonly Chunk[], { examNouns }: Language): boolean =>
  link === 'of' &&
  !anatomy &&
  (chunks[to - 1]?.kind === 'concept' ||
    isTest(chunks[to - 2]) ||
    examNouns.has(chunks[to - 1]?.text.toLowerCase() ?? ''));

const isDevice = (chunk: Chunk | undefined): boolean => chunk?.kind === 'concept' && chunk.concept.kind === 'device';

/** A finding and its organ side by side, nothing between: "nodule left lobe", "palpable lump right breast". */
const joins = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'word' ||
  (chunk?.kind === 'concept' && chunk.concept.kind !== 'anatomy' && chunk.concept.kind !== 'device');

/** The plain name of the organ that follows, with or without "of" or "in": the noun before it need not name it too. */
function placeAfter(chunks: readonly Chunk[], at: number, language: Language): string {
  const link = chunks[at];
  const linked = link?.kind === 'word' && language.placing.has(link.norm);
  if (!linked && !(joins(chunks[at - 1]) && link && link.kind !== 'word' && link.kind !== 'mark')) return '';
  const next = linked ? at + 1 : at;
  const article = chunks[next];
  const from = article?.kind === 'word' && language.determiners.has(article.norm) ? next + 1 : next;
  const organ = nounPhraseAt(chunks, from, language);
  return organ?.anatomy ? organ.text : '';
}

/** "your" belongs to the organ: "the size of your heart". */
function withArticle(article: string, text: string): string {
  // "no large amount of fluid"
  if (article === 'no') return `no ${text.replace(/^an? /, '')}`;
  if (article === 'your' && text.includes(' of the ')) return `the ${text.replace(' of the ', ' of your ')}`;
  if (article === 'your' && text.includes(' in the ')) return `the ${text.replace(' in the ', ' in your ')}`;
  return article ? `${article} ${text}` : text;
}

/** "shift to one side" before "to the right" or "toward the right": the side that follows says which. */
function towards(text: string, next: Chunk | undefined, second: Chunk | undefined, { oneSide }: Language): string {
  const at = text.indexOf(` ${oneSide}`);
  if (at < 0) return text;
  const after = text.slice(at + oneSide.length + 1);
  const isNamed = after
    ? SIDE.test(after)
    : [next, second].some((chunk) => chunk !== undefined && SIDE.test(chunk.text));
  return isNamed ? text.slice(0, at) + after : text;
}
const SIDE = /\b(?:left|right)/i;

const singular = (plural: string, language: Language): string =>
  [...language.sided].find(([, many]) => many === plural)?.[0] ?? plural.replace(/s$/, '');
/** The report's own article, where the plain noun can bear it. */
function given(determiner: string, phrase: NounPhrase, start: boolean): string {
  if (!phrase.bare) return determiner === 'no' ? 'no' : '';
  if (determiner === 'a' || determiner === 'an') return phrase.number === 'count' ? 'a' : '';
  if (determiner === 'the' && start && phrase.anatomy) return 'your';
  return determiner;
}

/** The article that telegraphic reports leave out; none in a list of denials, after an adjective, or before a counted noun. */
function missing(
  words: readonly Word[],
  phrase: NounPhrase,
  { start, denied, language }: { start: boolean; denied: boolean; language: Language },
  first: Chunk | undefined,
): string {
  const [verb, adjective, last] = [words.at(-3), words.at(-2), words.at(-1)];
  if (!phrase.bare || (denied && last?.text.split(' ').at(-1) !== 'of')) return '';
  // "mild and moderate narrowing"
  if (isJoin(last) && adjective?.kind === 'predicate' && verb?.kind !== 'verb') return '';
  const open =
    last === undefined ||
    last.kind === 'link' ||
    last.kind === 'verb' ||
    (last.kind === 'mark' && last.text !== '-' && last.text !== '/') ||
    language.prepositions.has(last.text.split(' ').at(-1) ?? '');
  if (!open || first?.kind === 'number' || phrase.counted) return '';
  if (phrase.anatomy) return start ? 'your' : 'the';
  if (phrase.part) return 'the';
  return phrase.number === 'count' ? 'a' : '';
}

/** "outline of the heart" + "size" → "size of the outline of the heart"; "your heart" + "size" → "your heart size". */
function ofProperty(words: Word[], chunk: Chunk, context: ClauseContext): Word {
  const last = words.pop();
  const name = chunk.kind === 'wording' ? chunk.wording.plain : cased(chunk, context, false);
  const [article = '', ...rest] = (last?.text ?? '').split(' ');
  const number = name.endsWith('s') && name !== 'thickness' ? 'plural' : 'count';
  const simple = rest.length === 1 || (rest.length === 0 && !/^(?:the|your)$/.test(article));
  return {
    text: simple ? `${last?.text ?? ''} ${name}` : `the ${name} of ${last?.text ?? ''}`,
    glued: last?.glued ?? false,
    kind: 'noun',
    number,
    anatomy: true,
  };
}

/** "abnormal or enlarged nodes": behind the link stands another adjective, then the noun of both. */
function describesNoun(chunks: readonly Chunk[], link: number, language: Language): boolean {
  if (chunks[link]?.kind !== 'word') return false;
  let at = link + 1;
  while (isBefore(chunks[at], language)) at += 1;
  return at > link + 1 && chunks[at]?.kind === 'concept';
}

/** Nothing of the same phrase follows. */
const isEnd = (next: Chunk | undefined): boolean =>
  next === undefined || next.kind === 'mark' || (next.kind === 'word' && (next.norm === 'and' || next.norm === 'or'));
