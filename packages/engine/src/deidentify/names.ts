/** Deidentify: names of people: behind a title or a label, before a degree, alone in the head and in the signature, and once more. */

import { phraseAt } from '../search.ts';
import { startsUpper } from '../segment/letters.ts';
import type { Cues } from './cues.ts';
import type { Marked } from './marked.ts';
import { isNameWord, MOST_WORDS, type NameText, type Run, runAt } from './name-run.ts';
import { repeated } from './repeats.ts';
import { PRIVATE, smallNameAt } from './small-names.ts';

export function namesIn(page: NameText, cues: Cues): readonly Marked[] {
  const runs = [
    ...afterCues(page, cues),
    ...beforeDegrees(page, cues),
    ...aloneIn(page, cues),
    ...described(page, cues),
  ];
  const found = runs.map(([from, to]) => marked(page, from, to));
  return [...found, ...repeated(page, runs, cues)];
}

/** Titles written without a full stop. */
const UNDOTTED = new Set(['pa', 'np', 'rn', 'sister', 'nurse', 'baby', 'master']);

const marked = ({ tokens }: NameText, from: number, to: number): Marked => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
  label: 'NAME',
});

function afterCues(page: NameText, cues: Cues): readonly Run[] {
  const { text, tokens } = page;
  const out: Run[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    const small = smallNameAt(page, at, cues);
    if (small) {
      out.push(small);
      at = small[1] - 1;
      continue;
    }
    const title = cues.titles.has(token.norm) && startsUpper(text, token) && !isScan(page, at, cues);
    const hit = phraseAt(cues.before, tokens, at, tokens.length);
    const person = hit?.value.kind === 'person';
    if (!title && !person) {
      if (hit) at = hit.to - 1;
      continue;
    }
    let from = person && hit ? hit.to : at + 1;
    let signed = false;
    // "PA. Next" is the end of a sentence, "Dr. Name" a title
    if (title && tokens[from]?.norm === '.' && UNDOTTED.has(token.norm)) continue;
    while (
      tokens[from] &&
      (tokens[from]?.norm === ':' ||
        tokens[from]?.norm === '.' ||
        tokens[from]?.norm === '-' ||
        tokens[from]?.norm === '(')
    ) {
      if (tokens[from]?.norm === ':') signed = true;
      from += 1;
    }
    // "Name : Mrs. A. B."
    while (
      tokens[from] &&
      cues.titles.has(tokens[from]?.norm ?? '') &&
      startsUpper(text, tokens[from] ?? token) &&
      tokens[from + 1]
    ) {
      from += tokens[from + 1]?.norm === '.' ? 2 : 1;
      signed = true;
    }
    const broken = text.slice(tokens[at]?.end ?? 0, tokens[from]?.start ?? 0).includes('\n');
    if (
      broken ||
      (person &&
        !signed &&
        !startsUpper(text, token) &&
        !title &&
        !isFullName(page, from, cues) &&
        !isUnknown(page, from, cues))
    )
      continue;
    const strict = !(signed || title || isFullName(page, from, cues));
    const run = runAt(page, from, cues, !strict, signed || (person && !strict));
    if (!run) continue;
    out.push([titleBefore(page, run[0]), run[1]]);
    at = run[1] - 1;
  }
  return out;
}

/** "MR BRAIN", "PA-C": a scan and a degree. */
const isScan = ({ text, tokens }: NameText, at: number, { medical }: Cues): boolean => {
  const [title, next] = [tokens[at], tokens[at + 1]];
  if (!title || !next) return false;
  if (next.norm === '-' && next.glued) return true;
  return text.slice(title.start, title.end) === 'MR' && isLoud(text, next) && medical(next.norm);
};

/** Back over "Mr." to the title itself. */
function titleBefore({ tokens }: NameText, from: number): number {
  const at = tokens[from - 1]?.norm === '.' ? from - 2 : from - 1;
  return PRIVATE.has(tokens[at]?.norm ?? '') ? at : from;
}

/** "A. Name is a 70-year-old …": who a sentence describes. */
function described(page: NameText, cues: Cues): readonly Run[] {
  const { text, tokens } = page;
  const out: Run[] = [];
  tokens.forEach((token, at) => {
    if (token.norm !== 'is' || (tokens[at + 1]?.norm !== 'a' && tokens[at + 1]?.norm !== 'an')) return;
    if (tokens[at + 2]?.kind !== 'number' || !tokens.slice(at + 3, at + 7).some(({ norm }) => norm === 'old')) return;
    let from = at;
    while (from > 0 && at - from < MOST_WORDS) {
      const word = tokens[from - 1];
      if (word?.kind !== 'word' || !isNameWord(text, word, cues, true)) break;
      from -= 1;
    }
    if (from < at) out.push([from, at]);
  });
  return out;
}

/** "J. Name", or two capitalized words and then a sign: surely a name even if its words mean something. */
function isFullName(page: NameText, from: number, cues: Cues): boolean {
  const { text, tokens } = page;
  const first = tokens[from];
  if (first?.kind !== 'word' || !startsUpper(text, first)) return false;
  const run = runAt(page, from, cues, true, false);
  if (!run) return false;
  if (first.end - first.start === 1 && tokens[from + 1]?.norm === '.') return run[1] > from + 2;
  const words = tokens.slice(...run).filter(({ kind }) => kind === 'word');
  const next = tokens[run[1]];
  const closed =
    !next ||
    next.norm === ',' ||
    next.norm === '(' ||
    next.norm === '.' ||
    text.slice(tokens[run[1] - 1]?.end ?? 0, next.start).includes('\n');
  return (
    words.length >= 2 &&
    words.length <= 3 &&
    closed &&
    words.some(({ start, end }) => text.slice(start, end) !== text.slice(start, end).toUpperCase())
  );
}

const isUnknown = ({ text, tokens }: NameText, at: number, cues: Cues): boolean => {
  const token = tokens[at];
  return token !== undefined && startsUpper(text, token) && isNameWord(text, token, cues, false);
};

/** "Tamsin Roe, RN", "A. Reader MD". */
function beforeDegrees(page: NameText, cues: Cues): readonly Run[] {
  const { text, tokens } = page;
  const out: Run[] = [];
  let begin = -1;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const next =
      token.kind === 'word' &&
      cues.credentials.has(token.norm) &&
      text.slice(token.start, token.end) === text.slice(token.start, token.end).toUpperCase();
    if (begin >= 0 && ((next && token.end - token.start >= 2) || isDotted(page, at, cues))) {
      const run = runAt(page, begin, cues, false, false);
      if (run && at - run[1] <= 1) out.push([initialsBefore(page, run[0]), run[1]]);
      begin = -1;
      continue;
    }
    if (token.kind === 'word' && isNameWord(text, token, cues, false)) {
      const before = tokens[at - 1];
      if (begin < 0 || !before || token.start - before.end > 1) begin = at;
    } else if (token.norm !== '.' && token.norm !== ',' && token.norm !== '-' && !cues.particles.has(token.norm))
      begin = -1;
  }
  return out;
}

/** "M.D." behind a comma */
const isDotted = ({ text, tokens }: NameText, at: number, { credentials }: Cues): boolean => {
  const [first, dot, second, end] = tokens.slice(at, at + 4);
  if (!first || !second || tokens[at - 1]?.norm !== ',' || dot?.norm !== '.' || end?.norm !== '.') return false;
  const letters = text.slice(first.start, end.end);
  return /^\p{Lu}\.\p{Lu}\.$/u.test(letters) && credentials.has(`${first.norm}${second.norm}`);
};

const isLoud = (text: string, token: NameText['tokens'][number] | undefined): boolean =>
  token !== undefined && /^\p{Lu}{2,}$/u.test(text.slice(token.start, token.end));

const opensLine = ({ text, tokens }: NameText, at: number): boolean =>
  at === 0 || text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0).includes('\n');

/** Behind a gap of two spaces or more. */
const isApart = (before: NameText['tokens'][number] | undefined, { start }: NameText['tokens'][number]): boolean =>
  before !== undefined && start - before.end > 1;

/** Back over "C." and "J. R." on the same line. */
function initialsBefore({ text, tokens }: NameText, from: number): number {
  let at = from;
  while (at >= 2) {
    const [letter, dot, next] = [tokens[at - 2], tokens[at - 1], tokens[at]];
    if (!letter || !dot || !next || dot.norm !== '.' || !dot.glued || next.start - dot.end > 1) break;
    if (letter.end - letter.start !== 1 || !startsUpper(text, letter) || text.slice(dot.end, next.start).includes('\n'))
      break;
    at -= 2;
  }
  return at;
}

/** In the head and the signature a name may stand alone: two capitalized words that nothing else knows. */
function aloneIn(page: NameText, cues: Cues): readonly Run[] {
  const { tokens, text } = page;
  const out: Run[] = [];
  for (const [from, to] of page.alone)
    for (let at = from; at < to; at += 1) {
      const token = tokens[at];
      const before = tokens[at - 1];
      const cue = token?.kind === 'word' ? phraseAt(cues.before, tokens, at, to) : null;
      if (cue) at = cue.to - 1;
      if (cue || token?.kind !== 'word' || !isNameWord(text, token, cues, true)) continue;
      // "LINDGREN, OSWALD  M"
      const given = tokens[at + 2];
      const isListed =
        tokens[at + 1]?.norm === ',' && isLoud(text, token) && given?.kind === 'word' && startsUpper(text, given);
      const run = runAt(page, at, cues, true, isListed && (opensLine(page, at) || isApart(before, token)));
      if (!run) continue;
      const words = tokens.slice(...run).filter(({ kind }) => kind === 'word');
      // "3 Y/O M"
      if (words.every(({ start, end }) => end - start === 1)) continue;
      const place = words.some(
        ({ norm }) => cues.facilities.has(norm) || cues.streets.has(norm) || cues.examWords.has(norm),
      );
      const known = words.filter(({ norm }) => cues.medical(norm) || cues.everyday.has(norm)).length;
      const opens = before?.norm !== ',' || isApart(before, token) || opensLine(page, at);
      if (words.length >= 2 && !place && opens && known < words.length) out.push([run[0], Math.min(run[1], to)]);
      at = Math.max(at, run[1] - 1);
    }
  return out;
}
