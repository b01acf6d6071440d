/** Wing 2, recognize: "L", "RT", "(R)": a letter is a side where what has one stands right beside it; "R > L". */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import { type Match, type Matches, withLayer } from '../lexicon.ts';
import { firstNotBefore } from '../order.ts';
import type { Segmented } from '../stages.ts';

/** The same matches without the letters that are no side here ("R/O", "5 L", "post RT changes"); in brackets of its own a side holds them too, and "R > L" is one. */
export function withSideLetters(matches: Matches, segmented: Segmented, reading: ReadingKnowledge): Matches {
  const words = wordsOf(reading);
  const isLetter = ({ start, end }: Match): boolean => words.letters.has(segmented.source.text.slice(start, end));
  const { modifier: all } = matches;
  const isMarked = (match: Match): boolean => isLetter(match) || MORE.has(segmented.tokens[match.to]?.norm ?? '');
  if (!all.some(isMarked)) return matches;
  const sided: Match[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const [match, next] = [all[at], all[at + 1]];
    if (!match) break;
    const compared = next && comparedIn(match, next, segmented, reading);
    if (compared) {
      sided.push(compared);
      at += 1;
    } else if (!isLetter(match)) sided.push(match);
    else {
      const inBrackets = bracketed(match, segmented);
      if (
        inBrackets &&
        (endsAt(matches.concept, inBrackets.from) || isBeforeSided(inBrackets, matches, segmented, words))
      )
        sided.push(inBrackets);
      else if (isApart(match, segmented, words) && isBeforeSided(match, matches, segmented, words)) sided.push(match);
    }
  }
  return withLayer(matches, 'modifier', sided);
}

/** "R > L", "left<right" → more on the right; null where two sides are not compared. */
function comparedIn(
  one: Match,
  other: Match,
  { tokens }: Segmented,
  { modifiers, documents }: ReadingKnowledge,
): Match | null {
  const mark = tokens[one.to]?.norm ?? '';
  const [first, second] = [modifiers[one.entry], modifiers[other.entry]];
  if (!MORE.has(mark) || other.from !== one.to + 1 || first?.role !== 'side' || second?.role !== 'side') return null;
  const side = mark === '>' ? first.value : second.value;
  if (first.value === second.value || (side !== 'left' && side !== 'right')) return null;
  const id = documents.specializations.sideLetters.more[side];
  return { ...one, entry: modifiers.findIndex((modifier) => modifier.id === id), to: other.to, end: other.end };
}
const MORE: ReadonlySet<string> = new Set(['<', '>']);

type SideLetters = Readonly<Record<'letters' | 'parts' | 'behind' | 'before', ReadonlySet<string>>>;

/** "(L)"; null where the letter stands in none. */
function bracketed(match: Match, { tokens }: Segmented): Match | null {
  const [opens, closes] = [tokens[match.from - 1], tokens[match.to]];
  if (opens?.norm !== '(' || closes?.norm !== ')') return null;
  return { ...match, from: match.from - 1, to: match.to + 1, start: opens.start, end: closes.end };
}

/** Not "5 L", "L > R", "R/O". */
function isApart({ from, end }: Match, { tokens, source }: Segmented, { behind }: SideLetters): boolean {
  const before = tokens[from - 1];
  const isFree =
    before === undefined || (before.kind !== 'number' && !JOINED.has(before.norm) && !behind.has(before.norm));
  return isFree && source.text[end] !== '-';
}
const JOINED: ReadonlySet<string> = new Set(['<', '>', '=', '/', '-', '(', '&']);

/** A place, a finding or a part of one follows, with nothing but what describes it between. */
function isBeforeSided({ to }: Match, matches: Matches, { tokens }: Segmented, words: SideLetters): boolean {
  let next = tokens[to]?.norm === '.' ? to + 1 : to;
  for (;;) {
    const norm = tokens[next]?.norm ?? '';
    if (startsAt(matches.concept, next) || words.parts.has(norm)) return !words.before.has(norm);
    const modifier = startsAt(matches.modifier, next);
    if (!modifier && !ORDINAL.test(norm)) return false;
    next = modifier?.to ?? next + 1;
  }
}
const ORDINAL = /^\d{1,2}(?:st|nd|rd|th)$/;

function startsAt(matches: readonly Match[], at: number): Match | undefined {
  const match = matches[firstNotBefore(matches, ({ from }) => from < at)];
  return match?.from === at ? match : undefined;
}

const endsAt = (matches: readonly Match[], at: number): boolean =>
  matches[firstNotBefore(matches, ({ to }) => to < at)]?.to === at;

const cache = new WeakMap<ReadingKnowledge, SideLetters>();

function wordsOf(reading: ReadingKnowledge): SideLetters {
  let words = cache.get(reading);
  if (!words) {
    const { letters, parts, behind, before } = reading.documents.specializations.sideLetters;
    words = { letters: new Set(letters), parts: new Set(parts), behind: new Set(behind), before: new Set(before) };
    cache.set(reading, words);
  }
  return words;
}
