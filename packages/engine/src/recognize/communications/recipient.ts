/** Wing 2, recognize: the phrase that names who was told: "the on-call surgical registrar", "Dr. Stone (A&E)". */
import type { Token } from '../../token.ts';
import { is, type Word } from './words.ts';

/** Words `[from, to)` of a recipient. */
export interface Named {
  readonly from: number;
  readonly to: number;
}

export interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
}

const MARKS: ReadonlySet<string> = new Set(['.', ',', ';', ':', '|', '(', ')', '[', ']', '!', '?', '"', '*', '•']);

/** The recipient that begins at word `at`, if the words name a person, a role or a place of care. */
export function recipientAt(sentence: Sentence, at: number): Named | null {
  const { words } = sentence;
  let end = at;
  let known = false;
  while (end < words.length) {
    const word = words[end];
    if (!word) break;
    if (is(word, 'title', 'role', 'speciality')) known = true;
    else if (word.norm === 'of' && !isOfService(words, at, end)) break;
    else if (is(word, 'plan') || (is(word, 'adverb') && !is(word, 'determiner'))) break;
    else if (word.norm === '.' && isInitialDot(sentence, end)) {
      end += 1;
      continue;
    } else if (is(word, 'stop') && !(end === at && is(word, 'determiner'))) {
      if (!(word.norm === 'of' || (word.norm === 'and' && joinsName(words, end)))) break;
    } else if (MARKS.has(word.norm) || isSpaced(sentence, word)) break;
    else if (isNumber(sentence, word) && !isWard(words, end)) break;
    end += 1;
    if (end - at > 14) break;
  }
  if (end === at || (!known && !isName(sentence, at, end))) return null;
  return { from: at, to: withRole(sentence, end) };
}

/** "Dr X of cardiology", "the head of department"; "Dr X of the clot" is what was told. */
const isOfService = (words: readonly Word[], from: number, at: number): boolean =>
  !is(words[from], 'title') || words.slice(at + 1, at + 4).some((word) => is(word, 'role', 'speciality', 'place'));

/** "and the MSCC coordinator" goes on with the name. */
const joinsName = (words: readonly Word[], at: number): boolean =>
  is(words[at + 1], 'title', 'role') ||
  (is(words[at + 1], 'determiner') && words.slice(at + 2, at + 5).some((w) => is(w, 'role')));

/** A dash or a slash between the parts of an entry: "Dr X / 18:22", "ward sister - 09:30". */
function isSpaced({ tokens }: Sentence, { from, norm }: Word): boolean {
  return SPACED.has(norm) && !(tokens[from]?.glued && tokens[from + 1]?.glued);
}
const SPACED: ReadonlySet<string> = new Set(['/', '-', '–', '—']);

/** "Ward 12", but not "ward 10:30". */
const isWard = (words: readonly Word[], at: number): boolean =>
  is(words[at - 1], 'numbered') && /^\d{1,2}[a-z]?$/.test(words[at]?.norm ?? '') && words[at + 1]?.norm !== ':';

function isNumber({ tokens }: Sentence, { from }: Word): boolean {
  return tokens[from]?.kind === 'number';
}

/** The dot of "Dr." and of an initial. */
function isInitialDot({ words, tokens, text }: Sentence, at: number): boolean {
  const before = words[at - 1];
  const token = tokens[before?.to ? before.to - 1 : -1];
  if (!before || !token) return false;
  if (is(before, 'title')) return words[at + 1] !== undefined && !isSentenceEnd(words, at);
  return token.end - token.start === 1 && /\p{Lu}/u.test(text.slice(token.start, token.end));
}

const isSentenceEnd = (words: readonly Word[], at: number): boolean => at + 1 >= words.length;

/** Two capitalized words, or one beside a title, that nothing else explains. */
function isName({ text, tokens, words }: Sentence, at: number, end: number): boolean {
  let names = 0;
  for (let i = at; i < end; i += 1) {
    const token = tokens[words[i]?.from ?? -1];
    if (!token || is(words[i], 'determiner')) return false;
    if (token.norm === '.') continue;
    const first = text.slice(token.start, token.start + 1);
    if (/\p{Lu}/u.test(first) && words[i]?.parts.size === 0) names += 1;
    else return false;
  }
  const own = tokens[words[at]?.from ?? -1];
  const shouted =
    !own ||
    (own.end - own.start > 1 && text.slice(own.start, own.end) === text.slice(own.start, own.end).toUpperCase());
  const isLetter = end - at <= 2 && own !== undefined && own.end - own.start === 1; // "Clinician contacted: Y."
  return names >= 1 && names <= 4 && !shouted && !isLetter;
}

/** A role behind the name: "(treating physician)", ", breast care nurse". */
function withRole(sentence: Sentence, end: number): number {
  const { words } = sentence;
  const open = words[end];
  if (open?.norm === '(') {
    const close = words.findIndex((word, i) => i > end && i < end + 9 && word.norm === ')');
    const inside = words.slice(end, close);
    if (close > 0 && (inside.some((word) => is(word, 'role')) || !inside.some((word) => isNumber(sentence, word))))
      return close + 1;
    return end;
  }
  if (open?.norm !== ',') return end;
  let at = end + 1;
  while (
    at < words.length &&
    at < end + 7 &&
    !is(words[at], 'stop', 'auxiliary', 'toward', 'toward-result', 'object') &&
    !MARKS.has(words[at]?.norm ?? '')
  ) {
    if (isNumber(sentence, words[at] ?? open)) return end;
    at += 1;
  }
  const role = words.slice(end + 1, at).some((word) => is(word, 'role', 'title'));
  return role ? at : end;
}

/** The recipient that ends before word `end`, as the subject of "was informed". */
export function subjectBefore(sentence: Sentence, end: number): Named | null {
  const { words } = sentence;
  let to = end;
  while (to > 0 && is(words[to - 1], 'auxiliary', 'adverb') && !is(words[to - 1], 'role')) to -= 1;
  while (to > 0 && words[to - 1]?.norm === ',') to -= 1;
  let from = to;
  while (from > 0) {
    const norm = words[from - 1]?.norm ?? '';
    if ([';', ':', '|', '!', '?', '•', '*'].includes(norm)) break;
    if (norm === '.' && !isInitialDot(sentence, from - 1)) break;
    const before = words[from - 1];
    if (before && isSpaced(sentence, before)) break;
    from -= 1;
  }
  const verb = words.findIndex((word, i) => i > from && i < to && is(word, 'auxiliary'));
  if (verb > 0) to = verb;
  const titled = words.findIndex((word, i) => i >= from && i < to && is(word, 'title'));
  if (titled >= 0) return withBracket(words, from, { from: startOf(words, titled, from), to });
  for (let at = from; at < to; at += 1) {
    const ahead = at === from || is(words[at], 'determiner') || words[at - 1]?.norm === ',';
    if (!ahead || to - at > 9) continue;
    const inside = words.slice(at, to);
    const isWho = inside.some((word) => is(word, 'role')) || (isOfServices(inside) && endsAfter(words, end));
    if (isWho && !inside.some(({ norm }) => norm === ',')) return { from: at, to };
  }
  return null;
}

/** "Resident on call (Dr X)": the name in brackets stands behind whom it is of. */
function withBracket(words: readonly Word[], start: number, { from, to }: Named): Named {
  if (words[from - 1]?.norm !== '(' || words[to - 1]?.norm !== ')') return { from, to };
  let at = from - 1;
  while (at > start && !MARKS.has(words[at - 1]?.norm ?? '')) at -= 1;
  return words.slice(at, from).some((word) => is(word, 'role')) ? { from: at, to } : { from, to: to - 1 };
}

/** "Urology", "ENT and the vascular": services and nothing else. */
const isOfServices = (words: readonly Word[]): boolean =>
  words.every(isService) && words.some((word) => is(word, 'speciality'));
const isService = (word: Word): boolean => is(word, 'speciality', 'determiner', 'adverb') || word.norm === 'and';

/** "Trauma informed at 10:20", but not "a trauma informed decision". */
function endsAfter(words: readonly Word[], verb: number): boolean {
  const next = words[verb + 1];
  return (
    !next || MARKS.has(next.norm) || !/\p{L}/u.test(next.norm) || is(next, 'stop', 'adverb', 'result', 'time-label')
  );
}

/** "The on-call registrar Dr X": the role right before the title belongs to it. */
function startOf(words: readonly Word[], titled: number, from: number): number {
  let at = titled;
  while (at > from && is(words[at - 1], 'role')) at -= 1;
  if (at < titled && at > from && is(words[at - 1], 'determiner')) at -= 1;
  return at;
}
