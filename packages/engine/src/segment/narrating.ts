/** Wing 1, segment: findings that begin inside a section of another kind: behind its first sentence, or on a line below it. */
import type { SectionCode } from '../document.ts';
import { isBrief, SMALL } from './classify.ts';
import { type Course, type Cut, open } from './course.ts';
import { compares } from './exam-title.ts';
import type { Line } from './lines.ts';
import type { Page } from './page.ts';
import { EXAM, holds } from './roles.ts';
import { seenIn } from './seen.ts';
import { type Stretch, sentencesOf } from './sentences.ts';
import { endsSentence, isSized, isTelling, lineBody } from './unheaded.ts';

const LONG = 4;
const BRIEF = 3;
/** words of a question at most, with its mark: "?ureteric stone" */
const QUESTION = 4;
/** Sections that hide findings where no heading of findings stands. */
const HIDES: ReadonlySet<SectionCode> = new Set(['history', 'technique', 'comparison']);

/** "Compared with the CT of May. The lungs are …", "Indication: cough. There is …", "HX: FALL.⏎LEFT SUBDURAL HEMATOMA 9 MM." */
export function narrating(course: Course, current: Line, number: number, to: number): void {
  const { page, words, cuts, lastFindings } = course;
  const last = cuts.at(-1);
  if (!last || lastFindings >= number || (!SMALL.has(last.code) && last.code !== 'exam')) return;
  const from = Math.max(last.body, current.from);
  if (to <= from) return;
  const sentences = sentencesOf(page, from, from, to, words);
  const bare = last.code === 'comparison' && (last.heading === null || sentences.length >= LONG);
  const telling =
    to - from < BRIEF
      ? undefined
      : sentences.find(
          (sentence, i) =>
            (i > 0 && bare && !compares(page, sentence, words)) ||
            (bare && i === 0 && isMeasured(course, current, number, sentence)) ||
            ((i > 0 || from > last.body) && isTelling(page, sentence, words)),
        );
  const seen = hidden(course, current, number, last, sentences);
  const first = telling && seen ? Math.min(telling.from, seen.from) : (telling ?? seen)?.from;
  if (first !== undefined) open(course, 'findings', first);
}

/**
 * What was seen, told below why it was looked for, in a report without a heading for either findings or an impression. Where the impression has one, only a line
 * that tells a size below a history without a heading of its own: "C/o pain.⏎Liver 14 cm."
 */
function hidden(
  course: Course,
  current: Line,
  number: number,
  { code, body, heading }: Cut,
  sentences: readonly Stretch[],
): Stretch | undefined {
  if (!HIDES.has(code) || (course.bodied && (code !== 'history' || heading !== null))) return undefined;
  const { page, words } = course;
  const below = current.from > body;
  const anew = below && beginsAnew(course, current, number);
  return sentences.find((sentence, i) => {
    // a history that was wrapped goes on
    if (i === 0 && !anew) return false;
    const seen = seenIn(page, sentence, words);
    if (!seen || (course.bodied ? !anew || !seen.sized : !anew && !seen.sized)) return false;
    if (code === 'history') return below || seen.finding;
    return seen.finding && !holds(page.roles, EXAM, sentence.from, sentence.to) && (below || code === 'comparison');
  });
}

/** "Comparison: US of May.⏎Right kidney 10.8 cm": a size in a line of its own that names no examination. */
const isMeasured = (course: Course, current: Line, number: number, { from, to }: Stretch): boolean =>
  from === current.from &&
  endsSentence(course.page, course.page.lines[number - 1]) &&
  isSized(course.page, from, to) &&
  !holds(course.page.roles, EXAM, from, to);

/** The line before has come to its end, or was too short to have been wrapped. */
function beginsAnew({ page, words }: Course, current: Line, number: number): boolean {
  const before = page.lines[number - 1];
  if (!before || before.blank || endsSentence(page, before)) return true;
  const last = page.tokens[before.to - 1]?.norm ?? '';
  const goesOn = last === ',' || last === '-' || words.unfinished.has(last);
  if (goesOn) return false;
  const body = lineBody(page, current);
  return isBrief(page, before, body) || (asksAtEnd(page, before) && isSized(page, body.from, body.from + 2));
}

/** "Left loin pain ?stone": behind it a size is an answer. */
const asksAtEnd = ({ tokens }: Page, { from, to }: Line): boolean =>
  tokens.slice(Math.max(from, to - QUESTION), to).some(({ norm }) => norm === '?');
