/** Wing 4, explain: a change that a line opens with is said of what has changed: "Interval growth of the nodule" → "The nodule has grown since the last exam". */
import { inNumber } from './agreement.ts';
import type { Language } from './language.ts';
import { isJoin, type Word } from './word.ts';

/** The words of such a clause with what has changed as their subject; null where it opens with no change. */
export function asChanged(all: readonly Word[], { changesOf }: Language): readonly Word[] | null {
  const words = behindOpening(all, changesOf.opens);
  // "a slight increase" is a noun itself
  const at = words.findIndex(({ kind }, i) => kind === 'noun' && i > 0);
  const noun = words[at];
  if (!noun || words.some(({ kind }) => kind === 'verb' || kind === 'passive' || kind === 'participle')) return null;
  // "polyp in the rectum", which is told as a growth
  if (words.slice(0, at).some(({ finding }) => finding)) return null;
  const change = changeIn(words.slice(0, at), changesOf);
  if (!change) return null;
  const behind = words.findIndex(({ kind, text }, i) => i > at && (kind === 'mark' || changesOf.behind.includes(text)));
  const apart = ownAt(words, at + 1, changesOf.own);
  const end = Math.min(behind < 0 ? words.length : behind, apart);
  const subject = changesOf.coming.includes(change.name) ? noun.text : noun.text.replace(/^an? /, 'the ');
  const predicate = inNumber(change.predicate, noun.number);
  return [
    { ...noun, text: subject, glued: false },
    ...words.slice(at + 1, end),
    { text: predicate, glued: false, kind: 'verb' },
    ...(change.since ? [{ text: changesOf.since, glued: false, kind: 'other' as const }] : []),
    ...(end === apart ? asOwn(words.slice(end)) : words.slice(end)),
  ];
}

/** "There has been interval growth of the nodule": the words behind those that say no more. */
function behindOpening(words: readonly Word[], opens: readonly string[]): readonly Word[] {
  let written = '';
  for (const [at, { text }] of words.slice(0, LONGEST_OPENING).entries()) {
    written = `${written} ${text.toLowerCase()}`.trimStart();
    if (opens.includes(written)) return words.slice(at + 1);
  }
  return words;
}
const LONGEST_OPENING = 3;

/** Where the joined thing begins of which something else is said: "growth of the nodule and a new effusion"; the end where there is none. */
export function ownAt(words: readonly Word[], from: number, own: readonly string[]): number {
  const opening = (text: string): string => text.replace(/^(?:an?|the) /, '').split(' ')[0] ?? '';
  const at = words.findIndex(({ text }, i) => i >= from && isJoin(words[i - 1]) && own.includes(opening(text)));
  return at < 0 ? words.length : at - 1;
}

/** "and new effusion" → "and there is new effusion" */
export function asOwn([join, thing, ...rest]: readonly Word[]): readonly Word[] {
  if (!join || !thing) return join ? [join] : [];
  const bare = thing.number === 'count' && !/^(?:an?|the|your|\d)\b/.test(thing.text);
  return [
    join,
    { text: thing.number === 'plural' ? 'there are' : 'there is', glued: false, kind: 'verb' },
    bare ? { ...thing, text: `a ${thing.text}` } : thing,
    ...rest,
  ];
}

interface Change {
  readonly name: string;
  /** "has slightly increased" */
  readonly predicate: string;
  readonly since: boolean;
}

/** "A slight increase since the last exam in size of" */
function changeIn(words: readonly Word[], changesOf: Language['changesOf']): Change | null {
  const written = words.map(({ text }) => text.toLowerCase()).join(' ');
  const ending = changesOf.links.find((link) => written.endsWith(` ${link}`));
  if (!ending) return null;
  const bare = written.slice(0, -ending.length - 1);
  const since = bare.includes(` ${changesOf.since}`);
  const said = bare.replace(` ${changesOf.since}`, '').replace(/^(?:an?|the) /, '');
  const inSize = said.endsWith(` ${changesOf.size}`);
  const name = inSize ? said.slice(0, -changesOf.size.length - 1) : said;
  const last = name.split(' ').at(-1) ?? '';
  const degree = name.slice(0, Math.max(0, name.length - last.length - 1));
  const plain = (inSize ? changesOf.inSize : changesOf.names).get(last);
  const adverb = degree === '' ? '' : changesOf.degrees.get(degree);
  if (!plain || adverb === undefined) return null;
  const [verb = '', ...rest] = plain.split(' ');
  return { name: last, predicate: [verb, adverb, ...rest].filter(Boolean).join(' '), since };
}
