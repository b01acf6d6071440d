/** Wing 4, explain, frame: which words of a statement are told by a claim, and which are left over. */
import type { Measurement, Span } from '../../document.ts';
import { matchesWithin } from '../../lexicon.ts';
import type { Explainable, Knowledge, SegmentedStatement } from '../../stages.ts';
import type { Token } from '../../token.ts';

/** A figure that no claim holds. */
export interface Figure {
  /** as written: "10/09/2024", "3 cm" */
  readonly text: string;
  /** the words right before and behind it, in lower case: "image", "o'clock" */
  readonly before: string;
  readonly behind: string;
  /** the word behind that: "64 year | old" */
  readonly following: string;
  readonly span: Span;
}

export interface Left {
  readonly untold: readonly Span[];
  readonly figures: readonly Figure[];
  /** tokens of the words among them that are no unit of a figure, in order */
  readonly words: readonly number[];
  /** share of the content that is told, figures among it, 0 to 1 */
  readonly share: number;
}

export interface Account {
  readonly tell: (span: Span) => void;
  /** what was told by mistake */
  readonly release: (span: Span) => void;
  /** its words, but none of its figures */
  readonly tellWords: (span: Span) => void;
  readonly isTold: (place: number) => boolean;
  /** what was read to find out whether a thing is there is told by saying so */
  readonly settle: () => void;
  readonly left: (measurements: readonly Measurement[]) => Left;
}

export function accountFor(related: Explainable, statement: SegmentedStatement, knowledge: Knowledge): Account {
  const { from, to } = statement;
  const { tokens, matches } = related;
  const told = new Uint8Array(to - from);
  const { silent, units, months } = wordsOf(knowledge);
  const mark = ([start, end]: Span, isTelling: (token: Token) => boolean, value = 1): void => {
    for (let at = from; at < to; at += 1) {
      const token = tokens[at];
      if (token && token.start < end && start < token.end && isTelling(token)) told[at - from] = value;
    }
  };
  const tell = (span: Span): void => mark(span, () => true);
  const isContent = ({ kind, norm }: Token): boolean => kind !== 'mark' && !silent.has(norm);
  return {
    tell,
    release: (span) => mark(span, () => true, 0),
    tellWords: (span) => mark(span, (token) => !hasDigit(token)),
    isTold: (place) => {
      for (let at = from; at < to; at += 1) {
        const token = tokens[at];
        if (token && token.start <= place && place < token.end) return told[at - from] === 1;
      }
      return false;
    },
    settle: () => {
      const { cues } = knowledge.reading;
      for (const { entry, start, end } of matchesWithin(matches.cue, from, to))
        if (PARTING.has(cues[entry]?.category ?? '') || cues[entry]?.direction === 'pseudo') tell([start, end]);
    },
    left: (measurements) => {
      const untold: [number, number][] = [];
      const figures: Figure[] = [];
      let content = 0;
      let kept = 0;
      const wordsLeft: number[] = [];
      for (let at = from; at < to; at += 1) {
        const token = tokens[at];
        if (!token || !isContent(token)) continue;
        content += 1;
        if (told[at - from]) {
          kept += 1;
          continue;
        }
        const before = untold.at(-1);
        if (before && tokens[at - 1]?.end === before[1]) before[1] = token.end;
        else untold.push([token.start, token.end]);
        const last = figures.at(-1);
        const isWithin = last !== undefined && token.start < last.span[1];
        if (hasDigit(token)) {
          if (!isWithin) figures.push(figureAt(at, statement, measurements, related, units, months));
          kept += 1;
        } else if (isWithin) kept += 1;
        else wordsLeft.push(at);
      }
      return { untold, figures, words: wordsLeft, share: content === 0 ? 1 : kept / content };
    },
  };
}

/** cues that only part one clause from the next, or end the past */
const PARTING: ReadonlySet<string> = new Set(['contrast', 'current', 'definite']);

/** "7th" is a word. */
const hasDigit = ({ norm }: Token): boolean => /\d/.test(norm) && !/^\d+(?:st|nd|rd|th)$/.test(norm);

/** The measurement that a number belongs to, or all that stands with it between two spaces: a date, "C6-C7". */
function figureAt(
  at: number,
  { from, to }: SegmentedStatement,
  measurements: readonly Measurement[],
  { source, tokens }: Explainable,
  units: ReadonlySet<string>,
  months: ReadonlySet<string>,
): Figure {
  const [start, end] = [tokens[at]?.start ?? 0, tokens[at]?.end ?? 0];
  const whole = measurements.find(({ span }) => span[0] <= start && end <= span[1]);
  let first = at;
  let behind = at + 1;
  if (whole) while (behind < to && (tokens[behind]?.start ?? 0) < whole.span[1]) behind += 1;
  else {
    const isGlued = (one: number): boolean => tokens[one]?.start === tokens[one - 1]?.end;
    while (first > from && isGlued(first)) first -= 1;
    while (behind < to && isGlued(behind)) behind += 1;
    while (first < at && tokens[first]?.kind === 'mark' && !SIGNS.has(tokens[first]?.norm ?? '')) first += 1;
    while (behind > at + 1 && tokens[behind - 1]?.kind === 'mark' && tokens[behind - 1]?.norm !== '%') behind -= 1;
    // "64-year-old"
    const hyphen = tokens.findIndex((token, place) => place > at && place < behind && token.norm === '-');
    if (hyphen > 0 && tokens[hyphen + 1]?.kind === 'word' && !hasDigit(tokens[hyphen + 1] as Token)) behind = hyphen;
    // "5 Sep 2023"
    const [month, year] = [tokens[behind], tokens[behind + 1]];
    if (behind + 1 < to && month?.kind === 'word' && isYear(year)) behind += 2;
    // "September 5, 2023", "September 2023"
    if (first > from && months.has(tokens[first - 1]?.norm ?? '')) {
      if (tokens[behind]?.norm === ',' && behind + 1 < to && isYear(tokens[behind + 1])) behind += 2;
      if (isYear(tokens[behind - 1])) first -= 1;
    }
    // "3 cm"
    if (behind < to && units.has(tokens[behind]?.norm ?? '')) behind += 1;
    // "< 14"
    if (first > from && SIGNS.has(tokens[first - 1]?.norm ?? '')) first -= 1;
  }
  const span: Span = whole ? whole.span : [tokens[first]?.start ?? start, tokens[behind - 1]?.end ?? end];
  const next = tokens[behind]?.norm === '-' ? behind + 1 : behind;
  return {
    text: (whole ? whole.written : source.text.slice(...span)).replace(/\s+/g, ' ').trim(),
    before: tokens[first - 1]?.norm ?? '',
    behind: tokens[next]?.norm ?? '',
    following: tokens[tokens[next + 1]?.norm === '-' ? next + 2 : next + 1]?.norm ?? '',
    span,
  };
}

const isYear = (token: Token | undefined): boolean => /^(?:19|20)\d{2}$/.test(token?.norm ?? '');

/** signs that belong to the figure behind them */
const SIGNS: ReadonlySet<string> = new Set(['-', '–', '−', '<', '>', '≤', '≥', '±', '~', '+']);

interface AccountWords {
  /** add no fact: "is", "seen", "the" */
  readonly silent: ReadonlySet<string>;
  /** units that belong to the figure before them */
  readonly units: ReadonlySet<string>;
  /** names of months, short and long */
  readonly months: ReadonlySet<string>;
}

const cache = new WeakMap<object, AccountWords>();

function wordsOf({ reading: { lists, documents } }: Knowledge): AccountWords {
  let words = cache.get(lists);
  if (!words) {
    words = {
      silent: new Set(lists.silent),
      units: new Set(lists['unit-words']),
      months: new Set(documents.identifiers.months),
    };
    cache.set(lists, words);
  }
  return words;
}
