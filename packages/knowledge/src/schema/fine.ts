/** Words by which a statement is, or is not, told under "checked and fine". */
import { z } from 'zod';

const words = z.array(z.string().regex(/^\S+$/, 'one word, as a text has it in lower case')).min(1);

export const fine = z.strictObject({
  source: z.string(),
  reviewed: z.literal('no'),
  /** roles of modifiers that tell of nothing out of the way: normal, upper, left */
  plainRoles: z.array(z.string()).min(1),
  /** modifiers of other roles that do so too, by id */
  plainModifiers: z.array(z.string()).min(1),
  /** nouns that name a feature, no thing seen: size, contour */
  features: words,
  /** not denied, they say that something is not as it should be: lost, below, than */
  spoilers: words,
  /** whatever is said of them, the examination had its limits */
  limits: words,
  /** said of a part of the body: the scan did not show it, so what is denied there was not looked at */
  unseen: z.array(z.string()).min(1),
  /** what is said holds only for the part that the pictures show */
  seenPart: z.strictObject({
    /** before a part of the body: visualized */
    before: words,
    /** not behind these: "no visible lesion", "the liver is visualized" */
    notBehind: words,
    /** anywhere: as far as seen */
    whole: z.array(z.string()).min(1),
  }),
  /** categories of cues that leave something open */
  doubts: z.array(z.string()).min(1),
  /** what should be there: denied, it is no good news: flow, healing */
  wanted: words,
  /** how such a thing may be and still be good news: prompt, phasic; said to be anything else, it is no good news */
  manners: words,
  /** nouns for anything at all: "no active disease" is good news though it names no finding */
  anything: words,
  /** phrases that say so in their own words, by slug */
  phrases: z.array(z.string()).min(1),
  /** findings that are good news, by concept */
  wantedFindings: z.array(z.string()).min(1),
  /** findings that lie in no organ, whatever label stands before them, by concept */
  besides: words,
  loose: z.array(z.string()).min(1),
});
