/** Wing 3, relate, findings: what a part of a statement is, as bits, so that one look answers several questions. */

/** What stands in a statement from left to right: a measurement, a concept, a modifier, a cue, a link word, a mark or any other word. */
export interface Part {
  /** the bits below */
  readonly is: number;
  /** its tokens, `[from, to)` */
  readonly from: number;
  readonly to: number;
  /** index of the concept, modifier or cue in the knowledge, or of the measurement in the report; -1 for other words */
  readonly entry: number;
}

export const CONCEPT = 1;
export const MODIFIER = 2;
export const MEASUREMENT = 4;
export const LINK = 8;
export const CUE = 16;
export const STOP = 32;
export const WORD = 64;

/** link words */
export const JOIN = 128;
export const PREPOSITION = 256;
export const DETERMINER = 512;
export const VERB = 1024;
export const EXISTENTIAL = 2048;
export const ALTERNATIVE = 4096;
export const COMMA = 8192;

/** concepts */
export const FINDING = 1 << 14;
export const PLACE = 1 << 15;
/** a place that is a finding where it is only seen */
export const VISIBLE = 1 << 16;
/** a finding that is none where it is called normal */
export const PROPERTY = 1 << 17;

/** modifiers */
export const NORMAL = 1 << 18;
/** says the state of an organ, or other words that do so begin here */
export const STATE = 1 << 19;
export const SAYS = 1 << 20;
/** says how severe or how old */
export const DEGREE = 1 << 21;
/** names an organ */
export const ADJECTIVE = 1 << 22;

/** a cue between alternatives */
export const OPTION = 1 << 23;
/** the marks "(" and "-" */
export const BRACKET = 1 << 24;
export const HYPHEN = 1 << 25;
/** of words: longer forms begin with it */
export const LONGER = 1 << 26;

/** behind a measurement they tell how far away a place is: "2 cm from the carina" */
export const DISTANCE = 1 << 27;

/** What the part at an index is; nothing before the first and behind the last. */
export const isAt = (parts: readonly Part[], at: number): number =>
  at < 0 || at >= parts.length ? 0 : (parts[at]?.is ?? 0);
