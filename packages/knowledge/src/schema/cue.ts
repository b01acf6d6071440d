/** Context cues (ConText): words that deny, doubt, date or attribute what stands before or after them. */
import { z } from 'zod';
import { examples, forms, provenance, slug } from './common.ts';

export const CATEGORIES = [
  /** says that there is none: "no", "negative for" */
  'negated',
  /** says it with a reserve: "no" before "obvious" is made so by the word classes; "barely any" by itself */
  'hedged-negated',
  /** turns a denial round: "no reason to doubt" */
  'double-negative',
  'likely',
  'suspected',
  'possible',
  'unlikely',
  /** not ruled out, not to be judged: "cannot be excluded", "is limited by" */
  'not-evaluated',
  'conditional',
  /** the question of a request or a test: "rule out" */
  'hypothetical',
  /** what may come: "at risk of" */
  'future',
  'historical',
  /** ends the past: "currently" */
  'current',
  'other-person',
  'definite',
  'exception',
  'contrast',
  'alternative',
  /** "A rather than B": B is denied, or doubted where A is */
  'instead',
  /** stands before a cause or a purpose: nothing said before is said of what follows */
  'cause',
] as const;

export const cue = z.strictObject({
  id: slug,
  category: z.enum(CATEGORIES),
  /**
   * forward: acts on what follows; backward: on what stands before; either: on the side that the sentence shows ("likely X", "X is
   * likely"); both: on both sides at once; value: on the label before it ("Effusion: N"); pseudo: looks like a cue and is none;
   * terminate: ends a scope
   */
  direction: z.enum(['forward', 'backward', 'either', 'both', 'value', 'pseudo', 'terminate']),
  match: forms,
  /** what it says of the other side: "X is favored over Y" is likely backward, unlikely beyond */
  beyond: z.enum(CATEGORIES).optional(),
  /** also the value of a label when nothing follows it: "Ascites: no." */
  value: z.boolean().optional(),
  /**
   * whether it denies a thing ("no increase"), a deed ("has not increased"), what is said of a thing that is there ("none of the cysts
   * shows nodules"), a whole clause ("no sign that infection has developed"), or names an absence: "lack of flow"
   */
  denies: z.enum(['noun', 'verb', 'predicate', 'clause', 'state']).optional(),
  /** its scope runs on over all items of a list, or ends at the first comma */
  list: z.boolean().optional(),
  /** dates the procedure or event right behind it, and not what came of that: "post biopsy hematoma" */
  event: z.boolean().optional(),
  /** said of the exam, which was not good enough to tell: "limited evaluation for" */
  exam: z.boolean().optional(),
  /** says where a thing is by another beside it: what is said behind is of the first, "a leak near the join is not seen" */
  beside: z.boolean().optional(),
  /** a box, which stands behind all things of a statement or before all: "[x] Fracture", "Fracture: [x]" */
  box: z.boolean().optional(),
  /** begins an item of its own, and so ends a denial before it: "no pneumothorax s/p drain removal" */
  opens: z.boolean().optional(),
  /** counts only if one of these words follows in the same clause: "should … develop" */
  needs: z.array(z.string()).optional(),
  /** counts only if one of these words stands before it in the same clause: "favor A over B" */
  follows: z.array(z.string()).optional(),
  /** with `follows`: no comma stands between the two */
  joined: z.boolean().optional(),
  /** does not count where one of these words follows in the same clause: "when cancer was suspected" */
  unlessWith: z.array(z.string()).optional(),
  /** does not count where one of these words stands before it in the same clause: "a mass whose borders cannot be told from …" */
  unlessAfter: z.array(z.string()).optional(),
  /** does not count where the clause opens with one of these before any preposition: "MRI of the lesion is suggested" asks for a test */
  unlessOpening: z.array(z.string()).optional(),
  /** does not count right before one of these words: "cannot be told from the bowel" */
  unlessBefore: z.array(z.string()).optional(),
  /** counts only where nothing stands before it in its clause: "Were fever to develop"; with `follows`, there too */
  initial: z.boolean().optional(),
  /** what it says where `needs`, `follows`, `initial` or `request` are not met; nothing when absent */
  otherwise: z.enum(CATEGORIES).optional(),
  /** behind a comma or a semicolon, or behind a side, it counts only where nothing follows it: not in "cysts, none complex", "right none, left small" */
  closing: z.boolean().optional(),
  /** the word behind which the other side of `beyond` begins: "more likely A than B" */
  pivot: z.array(z.string()).optional(),
  /** behind a comma, what these words are part of or stand before is spared: "r/o PE, chest pain"; "if he worsens, drain the cyst" */
  spares: z.array(z.string()).optional(),
  /** counts only in a request or history: "evaluation of" */
  request: z.boolean().optional(),
  /** categories of cues whose scope this one ends; all when absent */
  ends: z.array(z.enum(CATEGORIES)).optional(),
  /** greatest reach in words, 0 for its own words alone ("probably benign"); the clause when absent */
  reach: z.number().int().nonnegative().optional(),
  examples,
  ...provenance,
});
export type CueEntry = z.infer<typeof cue>;
export type CueCategory = (typeof CATEGORIES)[number];

export const change = z.strictObject({
  id: slug,
  direction: z.enum(['new', 'increased', 'stable', 'decreased', 'resolved', 'none']),
  /** where the changed thing stands; both: on the side that the sentence shows */
  attaches: z.enum(['forward', 'backward', 'both']).default('both'),
  /** noun: "increase in X"; verb: "X has not increased"; other words: "larger" */
  as: z.enum(['noun', 'verb', 'adjective']).default('adjective'),
  /** what its denial says: "no increase" is stable, "no new" denies only a new one */
  denied: z.enum(['stable', 'new', 'none']).optional(),
  /** may name a finding itself: "renal enlargement" */
  static: z.boolean().optional(),
  match: forms,
  /** words that say it plainly: "has grown" */
  plain: z.string(),
  examples,
  ...provenance,
});
export type ChangeEntry = z.infer<typeof change>;
