/** Wing 4, explain: what a sentence says of its noun: its main verb, "there is" for what is there, one "your" for a list of organs. */
import type { Language } from './language.ts';
import type { Word } from './word.ts';

/** A finite verb outside of a clause with "which" or "that"; "to suggest" behind a denial or "too" is none. */
export function hasMainVerb(words: readonly Word[], { relatives, denials }: Language): boolean {
  const isAsked =
    denials.has(words[0]?.text.split(' ')[0]?.toLowerCase() ?? '') || words.some(({ text }) => text === TOO);
  let isInside = false;
  // "…, for which a scan is advised", "no lump for which …": up to the comma behind it
  let isAside = false;
  return words.some(({ kind, text }, at) => {
    if (kind === 'verb') return !isInside && !isAside && !(isAsked && words[at - 1]?.text === TO);
    const relative = at > 0 && relatives.has(text.toLowerCase());
    isAside = isAside
      ? text !== ','
      : relative && words[at - 1]?.text === FOR && (isAsked || words[at - 2]?.text === ',');
    isInside = relative;
    return false;
  });
}

const FOR = 'for';

const TO = 'to';
const TOO = 'too';

/** "A 5 mm stone is there at the base" → "There is a 5 mm stone at the base". */
export function asThere(words: readonly Word[], { existing }: Language): readonly Word[] {
  const at = words.findIndex(({ kind }) => kind === 'verb');
  const before = words.slice(0, at);
  const nouns = before.filter(({ kind }) => kind === 'noun');
  const [first] = nouns;
  const opening =
    existing.has(words[at]?.text ?? '') && existing.get(first?.number === 'plural' ? 'are there' : 'is there');
  const isPlain = before.every(
    ({ kind, text }, i) => kind === 'noun' || kind === 'link' || (kind === 'denial' && i === 0 && text !== 'not'),
  );
  if (!opening || !first || first.anatomy || !isPlain || nouns.length > 2) return words;
  const [head, ...rest] = before;
  if (!head) return words;
  return [{ text: opening, glued: false, kind: 'verb' }, head, ...rest, ...words.slice(at + 1)];
}

/** "Your liver, the spleen and the pancreas are normal" → "Your liver, spleen and pancreas are normal". */
export function asYours(words: readonly Word[]): readonly Word[] {
  if (!isOwned(words[0]) || words[0]?.text.includes(' of ')) return words;
  let end = 1;
  while (isListed(words[end])) end += 1;
  const list = words.slice(1, end);
  const nouns = list.filter(({ kind }) => kind === 'noun');
  const next = words[end];
  const isSubject =
    next === undefined || next.kind === 'verb' || next.kind === 'predicate' || next.kind === 'participle';
  if (!list.some(({ text }) => text === 'and' || text === 'or') || !isSubject || list.at(-1)?.kind !== 'noun')
    return words;
  if (nouns.some(({ text }) => text.includes(' of ') || text.includes(' in ') || !text.startsWith('the ')))
    return words;
  return words.map((word, at) =>
    at > 0 && at < end && word.kind === 'noun' ? { ...word, text: word.text.slice('the '.length) } : word,
  );
}

const isOwned = (word: Word | undefined): boolean =>
  word?.kind === 'noun' && word.anatomy === true && /^your /i.test(word.text);
const isListed = (word: Word | undefined): boolean =>
  word !== undefined && ((word.kind === 'noun' && word.anatomy === true) || [',', 'and', 'or'].includes(word.text));

/** "Line-up is normal" → "The line-up is normal": what an organ has, named alone. */
export function withThe(words: readonly Word[], { properties, the }: Language): readonly Word[] {
  const [first, next] = words;
  if (first?.kind !== 'other' || !properties.has(first.text.toLowerCase())) return words;
  if (next?.kind !== 'verb' && next?.text !== 'of') return words;
  return [{ ...first, text: `${the} ${first.text}` }, ...words.slice(1)];
}

/** "L5-S1 disc bulge": what is there comes first, then its level. */
export function placedAt(words: readonly Word[], { at }: Language): readonly Word[] | null {
  const to = words.findIndex(({ kind }) => kind === 'noun');
  const noun = words[to];
  const lead = words.slice(0, Math.max(0, to));
  const level = lead.map(({ text }) => text).join('');
  const isOne = lead.every(({ glued }, i) => i === 0 || glued);
  if (!noun || noun.glued || !isOne || !LEVEL.test(level) || noun.anatomy || noun.exam) return null;
  const article = noun.number === 'count' && !/^(?:an?|the|both) /.test(noun.text) ? 'a ' : '';
  const there = noun.number === 'plural' ? 'There are' : 'There is';
  return [
    { text: there, glued: false, kind: 'verb' },
    { ...noun, text: `${article}${noun.text}` },
    { text: at, glued: false, kind: 'link' },
    { text: level, glued: false, kind: 'other' },
    ...words.slice(to + 1),
  ];
}
const LEVEL = /^[CTLS]\d{1,2}(?:[-/][CTLS]?\d{1,2})?$/;
