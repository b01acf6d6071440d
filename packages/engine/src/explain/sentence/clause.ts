/** Wing 4, explain: the pieces of a clause → one plain sentence, with articles, and with a verb where the report has none. */
import type { Wording } from '@readingscan/knowledge';
import { agreed } from './agreement.ts';
import { mendArticles } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Language } from './language.ts';
import { isProperty, type NounPhrase, nounPhraseAt } from './noun-phrase.ts';

interface Word {
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
}

export interface ClauseContext {
  readonly language: Language;
  /** the report is written in capitals throughout */
  readonly capitals: boolean;
  /** opens advice that has no verb: "Advice: CT in 3 months" */
  readonly advice: string;
  /** whose body it is: false where the report is of an unborn child */
  readonly yours: boolean;
}

/** statement: a clause without a verb is given one; advice: it is told as advice; title: it stays a title. */
export type Manner = 'statement' | 'advice' | 'title';

/** One sentence from the chunks of one clause; null where nothing is left to say. */
export function sentenceOf(chunks: readonly Chunk[], context: ClauseContext, manner: Manner): string | null {
  const colon = chunks.findIndex((chunk) => chunk.kind === 'mark' && chunk.text === ':');
  const label = colon > 0 && colon <= 6 ? chunks.slice(0, colon) : [];
  const body = agreed(wordsOf(label.length ? chunks.slice(colon + 1) : chunks, context, label.length === 0));
  if (label.length === 0) {
    if (manner === 'advice' && body.length > 0 && !body.some(({ kind }) => kind === 'verb' || kind === 'passive')) {
      return finished(`${context.advice} ${writing(body)}`, context.language);
    }
    const framed = manner === 'title' ? body : withVerb(body);
    return framed.length ? finished(writing(framed), context.language) : null;
  }
  const name = writing(wordsOf(label, context, false, false));
  const said = writing(withVerb(body)).replace(/^There /, 'there ');
  return finished(said ? `${name}: ${said}` : name, context.language);
}

/** Words in order, noun phrases put together. */
function wordsOf(chunks: readonly Chunk[], context: ClauseContext, opens: boolean, articles = true): Word[] {
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
    const phrase = nounPhraseAt(chunks, determiner ? at + 1 : at, language);
    if (phrase) {
      const start = words.length === 0 && opens;
      const article = determiner
        ? given(determiner.norm, phrase, start && context.yours)
        : articles
          ? missing(words.at(-1), phrase, { start: start && context.yours, denied, language }, chunks[at])
          : '';
      const own = denied
        ? phrase.text.replace(/\bboth (\w+)\b/, (_, plural: string) => `either ${singular(plural, language)}`)
        : phrase.text;
      const called = phrase.called && verbless && start && !determiner && phrase.to >= chunks.length - 1;
      const text = phrase.called && !called ? `${phrase.called} ${own}` : own;
      words.push({
        ...withArticle(article, text),
        glued: isInside(words.at(-1), chunk),
        kind: 'noun',
        number: phrase.number,
        anatomy: phrase.anatomy,
      });
      if (called) words.push({ text: phrase.called, glued: false, kind: 'predicate' });
      at = phrase.to;
      const property = chunks[at];
      if (property && phrase.anatomy && isProperty(property, language)) {
        words.push(ofProperty(words, property, context));
        at += 1;
      }
      continue;
    }
    const word = wordFor(chunk, words.at(-1), context, { first: at === 0, last: isEnd(chunks[at + 1]) });
    if (word) {
      if (word.kind === 'verb') denied = false;
      words.push(word);
    }
    at += 1;
  }
  return words;
}

/** "your" belongs to the organ: "the size of your heart". */
function withArticle(article: string, text: string): { readonly text: string } {
  if (article === 'your' && text.includes(' of the ')) return { text: `the ${text.replace(' of the ', ' of your ')}` };
  if (article === 'your' && text.includes(' in the ')) return { text: `the ${text.replace(' in the ', ' in your ')}` };
  return { text: article ? `${article} ${text}` : text };
}

const isVerb = (chunk: Chunk, language: Language): boolean => {
  if (chunk.kind === 'word') return language.verbs.has(chunk.norm);
  if (chunk.kind === 'phrase') return hasVerb(chunk.plain, language) || language.verbs.has(firstWord(chunk.text));
  return chunk.kind === 'wording' && wordingKind(chunk.wording, language) === 'verb';
};

const firstWord = (text: string): string => text.split(/\s/)[0]?.toLowerCase() ?? '';

const singular = (plural: string, language: Language): string =>
  [...language.sided].find(([, many]) => many === plural)?.[0] ?? plural;
const isInside = (last: Word | undefined, chunk: Chunk): boolean =>
  chunk.glued && (last?.kind === 'mark' || last?.kind === 'number');

/** The report's own article, where the plain noun can bear it. */
function given(determiner: string, phrase: NounPhrase, start: boolean): string {
  if (!phrase.bare) return determiner === 'no' ? 'no' : '';
  if (determiner === 'a' || determiner === 'an') return phrase.number === 'count' ? 'a' : '';
  if (determiner === 'the' && start && phrase.anatomy) return 'your';
  return determiner;
}

/** The article that telegraphic reports leave out; none in a list of denials, after an adjective, or before a counted noun. */
function missing(
  last: Word | undefined,
  phrase: NounPhrase,
  { start, denied, language }: { start: boolean; denied: boolean; language: Language },
  first: Chunk | undefined,
): string {
  if (!phrase.bare || (denied && last?.text.split(' ').at(-1) !== 'of')) return '';
  const open =
    last === undefined ||
    last.kind === 'link' ||
    last.kind === 'verb' ||
    (last.kind === 'mark' && last.text !== '-' && last.text !== '/') ||
    language.prepositions.has(last.text.split(' ').at(-1) ?? '');
  if (!open || first?.kind === 'number') return '';
  if (phrase.anatomy) return start ? 'your' : 'the';
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

/** Nothing of the same phrase follows. */
const isEnd = (next: Chunk | undefined): boolean =>
  next === undefined || next.kind === 'mark' || (next.kind === 'word' && (next.norm === 'and' || next.norm === 'or'));

function wordFor(
  chunk: Chunk,
  last: Word | undefined,
  context: ClauseContext,
  place: { readonly first: boolean; readonly last: boolean },
): Word | null {
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
  return {
    text,
    glued: glued || (chunk.glued && last?.text === '.'),
    kind: chunk.kind === 'word' ? kindOf(chunk.norm, language) : chunk.kind === 'number' ? 'number' : 'other',
  };
}

/** A phrase written with its verb keeps one: "are within normal limits" → "are normal". */
function phraseWord(chunk: Extract<Chunk, { kind: 'phrase' }>, glued: boolean, language: Language): Word {
  const verb = firstWord(chunk.text);
  const text = language.verbs.has(verb) && !hasVerb(chunk.plain, language) ? `${verb} ${chunk.plain}` : chunk.plain;
  if (language.denials.has(firstWord(text))) return { text, glued, kind: 'denial' };
  return { text, glued, kind: hasVerb(text, language) ? 'verb' : 'other' };
}

/** "bends" is a verb because its entry says so; "taken" and "measuring" are no finite ones. */
function wordingKind({ plain, class: role }: Wording, language: Language): Word['kind'] {
  const kind = kindOf(plain, language);
  return kind === 'other' && role === 'verb' && !/ing(?: |$)|^[^ ]*ed$/.test(plain) ? 'verb' : kind;
}

const hasVerb = (text: string, language: Language): boolean =>
  text.split(' ').some((word) => language.verbs.has(word.toLowerCase()));

function kindOf(word: string, language: Language): Word['kind'] {
  const low = word.toLowerCase();
  if (language.denials.has(low)) return 'denial';
  if (language.participles.has(low)) return 'participle';
  if (language.passives.has(low)) return 'passive';
  if (hasVerb(low, language)) return 'verb';
  if (low === 'and' || low === 'or' || low === 'but' || language.prepositions.has(low)) return 'link';
  return 'other';
}

/** Words in the case of running text; codes such as L4 and acronyms keep their capitals. */
function cased(chunk: Chunk, { capitals, language }: ClauseContext, first: boolean): string {
  if (
    chunk.kind !== 'word' ||
    /\d/.test(chunk.text) ||
    (language.acronyms.has(chunk.text.toUpperCase()) && chunk.text === chunk.text.toUpperCase())
  )
    return chunk.text;
  if (capitals || (first && chunk.known)) return chunk.text.toLowerCase();
  return chunk.text;
}

/** Gives a clause without a verb the one it means: "No effusion" → "There is no effusion", "Heart normal" → "Your heart is normal". */
function withVerb(words: readonly Word[]): readonly Word[] {
  if (words.length === 0 || words.some(({ kind }) => kind === 'verb')) return words;
  const noun = words.find(({ kind }) => kind === 'noun');
  if (!noun) return words;
  const many = noun.number === 'plural';
  const verb = (text: string): Word => ({ text, glued: false, kind: 'verb' });
  const participle = words.findIndex(({ kind }, i) => kind === 'participle' && i > 0);
  const at = words.indexOf(noun);
  if (participle > at) {
    // "X, not seen before": the clause about X needs no verb of its own
    const denied = words[participle - 1]?.kind === 'denial';
    if (!denied) return [...words.slice(0, participle), verb(many ? 'were' : 'was'), ...words.slice(participle)];
  }
  const passive = words.findIndex(({ kind }, i) => kind === 'passive' && i > at);
  if (passive > at) return [...words.slice(0, passive), verb(many ? 'are' : 'is'), ...words.slice(passive)];
  const predicate = words.findIndex(({ kind }, i) => kind === 'predicate' && i > at);
  if (noun.anatomy && at === 0 && predicate > 0)
    return [...words.slice(0, predicate), verb(many ? 'are' : 'is'), ...words.slice(predicate)];
  const [opening] = words;
  if (opening?.kind === 'passive' && words[1]?.kind === 'noun')
    return [...words.slice(1), verb(many ? 'are' : 'is'), opening];
  if (!opening || (opening.kind !== 'noun' && opening.kind !== 'denial' && opening.kind !== 'predicate')) return words;
  if (opening.anatomy) return words;
  return [verb(many ? 'There are' : 'There is'), ...words];
}

function writing(words: readonly Word[]): string {
  let text = '';
  words.forEach((word, i) => {
    const before = words[i - 1];
    const tight = i === 0 || word.glued || (before?.kind === 'mark' && /^[(/-]$/.test(before.text) && word.glued);
    text += tight ? word.text : ` ${word.text}`;
  });
  return text.trim();
}

function finished(text: string, language: Language): string {
  const mended = mendArticles(
    text
      .replace(/\s+/g, ' ')
      .replace(/\b(a|an|the|at|in|of|on|to|and|or|is|are|there|with) (?=\1\b)/gi, '')
      .replace(/ ([,.;:)])/g, '$1')
      .replace(/[\s,;:-]+$/, ''),
    language,
  );
  const closed = /[.?!]$/.test(mended) ? mended : `${mended}.`;
  if (/^\d/.test(closed)) return closed;
  const first = closed.search(/\p{L}/u);
  return first < 0 ? closed : closed.slice(0, first) + (closed[first] ?? '').toUpperCase() + closed.slice(first + 1);
}
