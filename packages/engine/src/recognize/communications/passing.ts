/** Wing 2, recognize: whether a statement says that a result was passed on, and to whom. */
import { type Named, recipientAt, type Sentence, subjectBefore } from './recipient.ts';
import { is, type Word } from './words.ts';

export interface Passing {
  /** tokens `[from, to)` of the recipient; null where nobody is named */
  readonly to: { readonly from: number; readonly to: number } | null;
  /** token after the verb */
  readonly after: number;
}

/** Words without one of which nothing is passed on. */
export const TELLING = ['toward', 'toward-result', 'object', 'label', 'receipt', 'let'] as const;

/** A result was passed on: a verb of telling, a recipient, and neither plan, failure nor another matter. */
export function passedOn(whole: Sentence, headed: boolean): Passing | null {
  if (whole.words.some((word) => is(word, 'trap')) || tellsNobody(whole.words) || isAskedFor(whole.words)) return null;
  const sentence = afterFailure(whole);
  if (!sentence) return null;
  const { words } = sentence;
  const result = whole.words.some((word) => is(word, 'result', 'urgent'));
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word || !is(word, ...TELLING)) continue;
    if (isSummons(sentence, at) || isPolicy(whole, word)) continue;
    if (isPlanned(words, at) || (!is(word, 'toward', 'object', 'label', 'receipt', 'let') && !result)) continue;
    const named = toldTo(sentence, at);
    // "discussion with the surgeons is advised"
    if (!named || isInsider(words, named) || (named.from > at && is(words[named.to], 'plan'))) continue;
    const person = personBehind(sentence, named);
    const { from, to } = person?.named ?? named;
    const [first, last] = [words[from], words[to - 1]];
    if (first && last) return { to: { from: first.from, to: last.to }, after: (person?.verb ?? word).to };
  }
  if (sentence !== whole) return null;
  return bareNote(words) ?? (headed ? entryOf(sentence) : null);
}

/** "Urgent results are called to the referrer within the hour, as is our policy": what is always done. */
function isPolicy({ words, tokens }: Sentence, { from }: Word): boolean {
  if (!words.some((word) => tokens[word.to - 1]?.norm === 'policy' && is(word, 'plan'))) return false;
  return PRESENT.has(tokens[from - 1]?.norm ?? '') && !words.some((word) => is(word, 'title'));
}
const PRESENT: ReadonlySet<string> = new Set(['is', 'are']);

const BREAKS: ReadonlySet<string> = new Set([',', ';', '.', 'and', 'but', 'then', '-', '–']);

/** "No answer from the ward; Dr X informed at 14:30": what stands behind the last failure, in words of its own; null where nothing does. */
function afterFailure(sentence: Sentence): Sentence | null {
  const { words } = sentence;
  const failed = words.findLastIndex((word) => is(word, 'failed'));
  if (failed < 0) return sentence;
  const at = words.findIndex(({ norm }, i) => i > failed && BREAKS.has(norm));
  return at < 0 ? null : { ...sentence, words: words.slice(at + 1) };
}

/** "Called ward 4, spoke with Sister Y": somebody by name, behind the place that was called. */
function personBehind(sentence: Sentence, { from, to }: Named): { readonly named: Named; readonly verb: Word } | null {
  const { words, tokens } = sentence;
  const inside = words.slice(from, to);
  if (!inside.some((word) => is(word, 'place')) || inside.some((word) => is(word, 'title'))) return null;
  for (let at = to; at + 1 < words.length; at += 1) {
    const verb = words[at];
    if (!verb || !is(verb, 'toward', 'object', 'label') || isPlanned(words, at)) continue;
    const next = DIRECT.has(tokens[verb.to - 1]?.norm ?? '') || words[at + 1]?.norm !== 'to' ? at + 1 : at + 2;
    const named = is(words[next], 'title') ? recipientAt(sentence, next) : null;
    if (named && !isInsider(words, named)) return { named, verb };
  }
  return null;
}

/** "D/w the surgeons advised.": what is to be done. */
function isAskedFor(words: Sentence['words']): boolean {
  const last = words.findLast(({ norm }) => norm !== '.');
  return is(words[0], 'toward') && is(last, 'asked') && !words.some(({ norm }) => norm === ',');
}

/** "Phoned.", "Alert sent at 10:20.": nothing is said but that it was passed on. */
function bareNote(words: Sentence['words']): Passing | null {
  const note = words.find((word) => is(word, 'bare'));
  if (!note || !words.some((word) => is(word, 'toward', 'toward-result', 'object')) || !words.every(isOfNote))
    return null;
  return { to: null, after: note.to };
}

const isOfNote = (word: Word): boolean =>
  is(word, 'bare', 'toward-result', 'result', 'adverb', 'auxiliary', 'time-label', 'moment') ||
  /^[^\p{L}]+$/u.test(word.norm);

/** "Critical result: none." */
const tellsNobody = (words: Sentence['words']): boolean =>
  words.some((word) => is(word, 'nobody')) &&
  words.every((word) => is(word, 'nobody', 'label', 'urgent', 'result') || SIGNS.has(word.norm) || word.norm === '.');

/** Under a heading of communication a bare name is enough: "Dr Stone, 21:15, by phone". */
function entryOf(whole: Sentence): Passing | null {
  // "Results called: yes - Dr X"
  const sentence =
    is(whole.words[0], 'yes') && whole.words.length > 2 ? { ...whole, words: whole.words.slice(2) } : whole;
  const named = is(sentence.words[0], 'title')
    ? recipientAt(sentence, 0)
    : (roleFirst(sentence) ?? entryAfter(sentence));
  const [first, last] = [sentence.words[named?.from ?? -1], sentence.words[(named?.to ?? 0) - 1]];
  return first && last ? { to: { from: first.from, to: last.to }, after: last.to } : null;
}

/** "Medical registrar - 09:30", but not "The patient is …". */
function roleFirst(sentence: Sentence): Named | null {
  const named = recipientAt(sentence, 0);
  if (!named || named.to - named.from > 5) return null;
  const next = sentence.words[named.to];
  return !next || SIGNS.has(next.norm) || AFTER.has(next.norm) || isTimeMark(sentence, named.to) ? named : null;
}

/** Behind the name in an entry. */
const AFTER: ReadonlySet<string> = new Set([',', ';', '.', 'at', '@', 'by', 'via']);

/** "By phone to Dr Stone" */
function entryAfter(sentence: Sentence): Named | null {
  const at = sentence.words.findIndex((word) => (word.norm === 'to' && !is(word, 'plan')) || is(word, 'preposition'));
  return at >= 0 && at < 6 && !isPlanned(sentence.words, at) ? recipientAt(sentence, at + 1) : null;
}

function toldTo(sentence: Sentence, at: number): Named | null {
  const { words } = sentence;
  const word = words[at];
  const isTimed = is(word, 'label') && isTimeMark(sentence, at + 1);
  if (isTimed || (is(word, 'label', 'toward', 'object') && SIGNS.has(words[at + 1]?.norm ?? ''))) {
    const named =
      valueAt(sentence, isTimed ? at + 1 : at + 2) ?? (is(word, 'label') ? towardAfter(sentence, at + 1) : null);
    if (named) return named;
  }
  if (is(word, 'receipt')) return fromAfter(sentence, at);
  const known = is(word, 'let') ? letKnow(sentence, at) : null;
  if (known) return known;
  const toward = is(word, 'toward', 'toward-result')
    ? (towardAfter(sentence, at) ?? inBracketAfter(sentence, at))
    : null;
  if (toward || !is(word, 'object')) return toward;
  return objectAfter(sentence, at) ?? towardAfter(sentence, at) ?? subjectBefore(sentence, at);
}

/** "Handed over verbally (ward sister) 21:45" */
function inBracketAfter(sentence: Sentence, at: number): Named | null {
  const { words } = sentence;
  let open = at + 1;
  while (is(words[open], 'adverb')) open += 1;
  const named = words[open]?.norm === '(' ? recipientAt(sentence, open + 1) : null;
  return named && words[named.to]?.norm === ')' ? named : null;
}

const SIGNS: ReadonlySet<string> = new Set([':', '-', '–', '—', '|']);

/** "Called: Dr X", "Phoned - 09:30 - Dr X", "Call made 09:30, Dr X": the value behind a label, past a time. */
function valueAt(sentence: Sentence, at: number): Named | null {
  const { words, tokens } = sentence;
  const isPast = (i: number): boolean =>
    SIGNS.has(words[i]?.norm ?? '') ||
    isTimeMark(sentence, i) ||
    (words[i]?.norm === ',' && i > at && isTimeMark(sentence, i - 1));
  let from = at;
  while (from < at + 8 && words[from] && isPast(from)) from += 1;
  return tokens[words[from]?.from ?? -1] ? recipientAt(sentence, from) : null;
}

const isTimeMark = ({ words, tokens }: Sentence, at: number): boolean =>
  tokens[words[at]?.from ?? -1]?.kind === 'number' || words[at]?.norm === '/';

/** "Read-back obtained from Dr X", "acknowledged by Dr X". */
function fromAfter(sentence: Sentence, at: number): Named | null {
  const { words } = sentence;
  for (let i = at + 1; i < Math.min(words.length, at + 9); i += 1) {
    const norm = words[i]?.norm ?? '';
    if (norm === ';' || norm === '|') return null;
    if (norm !== 'from' && norm !== 'by' && !is(words[i], 'preposition')) continue;
    const named = recipientAt(sentence, i + 1);
    if (named) return named;
  }
  return null;
}

/** "I have let Dr X know", "I made Dr X aware". */
function letKnow(sentence: Sentence, at: number): Named | null {
  const named = recipientAt(sentence, at + 1);
  return named && is(sentence.words[named.to], 'know') ? named : null;
}

/** "Was called to sedate the child", "ER called for a CT", "the patient informed us": nothing about a result is told to them. */
function isSummons(sentence: Sentence, at: number): boolean {
  const { words } = sentence;
  // "Called to theatre for an emergency scan"
  if (at === 0 && words[0]?.norm === 'called' && !words.some((word) => is(word, 'result', 'title', 'urgent'))) {
    const asks = words.findIndex(({ norm }) => norm === 'for');
    return asks > 0 && asks <= 5 && is(words[at], 'toward') && !words.some((word) => is(word, 'moment'));
  }
  if (!is(words[at], 'object')) return false;
  const next = words[at + 1];
  const whom = is(next, 'determiner') && !is(next, 'insider') ? words[at + 2] : next;
  if (is(whom, 'insider') && !isPassive(sentence, at)) return true;
  if (words.slice(0, at).some((word) => is(word, 'result'))) return false;
  if (next?.norm === 'to') return !beginsRecipient(sentence, at + 2);
  return next?.norm === 'for' && !isPassive(sentence, at) && !words.some((word) => is(word, 'result'));
}

/** "Told to Dr X", "given to the mother", not "told to keep her mother fasting". */
function beginsRecipient(sentence: Sentence, at: number): boolean {
  const first = sentence.words[at];
  const letter = first && sentence.text[sentence.tokens[first.from]?.start ?? 0];
  const small = letter !== undefined && letter === letter.toLowerCase() && !is(first, 'title', 'role', 'determiner');
  return !small && recipientAt(sentence, at) !== null;
}

const REACH = 14;
/** Last word of a verb that the recipient follows at once: "spoke with", "d/w". */
const DIRECT: ReadonlySet<string> = new Set(['with', 'to', 'of', 'by', 'w']);

/** "… to the ward sister", "… with Dr Stone": the first "to" or "with" that somebody follows. */
function towardAfter(sentence: Sentence, at: number): Named | null {
  const { words } = sentence;
  const word = words[at];
  const isDirect = word && DIRECT.has(sentence.tokens[word.to - 1]?.norm ?? '') && !is(words[at + 1], 'preposition');
  const direct = isDirect ? recipientAt(sentence, at + 1) : null;
  if (direct) return direct;
  for (let i = at + 1; i < Math.min(words.length, at + REACH); i += 1) {
    const { norm } = words[i] ?? { norm: '' };
    if (norm === ';' || norm === '|') return null;
    if (norm !== 'to' && norm !== 'with' && !is(words[i], 'preposition')) continue;
    const mark = words[i + 1]?.norm;
    const named = recipientAt(sentence, mark === ':' || (mark === ',' && is(words[i], 'preposition')) ? i + 2 : i + 1);
    if (named) return named;
  }
  return null;
}

/** "Notified Dr Stone", "I informed the ward". */
function objectAfter(sentence: Sentence, at: number): Named | null {
  const { words } = sentence;
  if (isPassive(sentence, at)) return null;
  let i = at + 1;
  while (i < words.length && i < at + 4 && is(words[i], 'adverb')) i += 1;
  const first = words[i];
  if (!first || is(first, 'stop') || !(is(first, 'title', 'role', 'determiner') || i === at + 1)) return null;
  return recipientAt(sentence, i);
}

const PASSIVE: ReadonlySet<string> = new Set(['was', 'were', 'been', 'is', 'are', 'got', 'being']);

/** "Was informed", not "we have informed". */
const isPassive = ({ words, tokens }: Sentence, at: number): boolean => {
  const before = words[at - 1];
  return is(before, 'auxiliary') && PASSIVE.has(tokens[(before?.to ?? 0) - 1]?.norm ?? '');
};

/** "Will be informed", "to be discussed": it has not happened. */
function isPlanned(words: readonly Word[], at: number): boolean {
  for (let i = Math.max(0, at - 4); i < at; i += 1)
    if (is(words[i], 'plan') && !words.slice(i, at).some(({ norm }) => norm === ',' || norm === ';' || norm === '.'))
      return true;
  return false;
}

const isInsider = (words: readonly Word[], { from, to }: Named): boolean =>
  words.slice(from, to).some((word) => is(word, 'insider')) ||
  is(words[words[to]?.norm === ',' ? to + 1 : to], 'insider');
