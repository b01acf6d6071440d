/** Word classes by which the scope of a cue is found: what joins items, what opens a new one, what ends a clause. */
import { z } from 'zod';

const words = z.array(z.string().regex(/^\S+$/, 'one word, as a text has it in lower case')).min(1);

export const clauses = z.strictObject({
  source: z.string(),
  reviewed: z.literal('no'),
  /** join items and deny or affirm them alike: or, nor */
  joins: words,
  /** join items, or open a clause of their own: and */
  adds: words,
  /** auxiliaries and copulas: is, has been */
  auxiliaries: words,
  /** finite verbs that say something of what follows: shows, contains */
  verbs: words,
  /** ways of being seen: seen, identified; "not" before them denies what stands before */
  sightings: words,
  /** end an item that says something of its thing without a verb: "gallbladder distended" */
  predicates: words,
  /** sizes that may belong to the name of an organ: "small bowel" */
  sizes: words,
  /** sides, which show that an item is said by itself: "no clot, cyst on the right" */
  sides: words,
  /** what a size or a side before it is part of the name of: bowel, ventricle */
  sized: words,
  /** sightings that close what is denied, even where no mark follows: "no fibroid seen endometrium normal" */
  closers: words,
  /** units behind the figure of an item that was measured: mm */
  lengths: words,
  /** stand before a thing that is known to be there: the, this, known */
  definites: words,
  /** join what is denied to the thing that would hold it: "no rupture of the aneurysm" */
  hosts: words,
  /** those of them that may follow a bearer: of */
  owners: words,
  /** before an owner, what follows is denied after all: "no trace of the nodule" */
  bearers: words,
  /** hold what stands after them: "at the site of pain" */
  places: words,
  /** say more of what is denied: "no mass causing obstruction" */
  participles: words,
  /** open a new item that is affirmed after a comma or "and": a, two, mild */
  openers: words,
  /** open one too, unless the list closes with "or": mild */
  qualities: words,
  /** open a clause about the thing before them: which */
  relatives: words,
  /** open one even where a comma is missing: "no fracture mild swelling" */
  breakers: words,
  /** subjects of a new clause: he, there */
  subjects: words,
  /** words that may stand between a denial and what it denies: "no significant change" */
  degrees: words,
  /** those of them that make the denial a reserved one: definite, obvious */
  reserves: words,
  /** small words after which a phrase goes on: in, since, by */
  links: words,
  /** adverbs that say nothing of what is there: slightly */
  adverbs: words,
  /** to rule a thing out: "cannot confidently exclude X" leaves it possible */
  exclusions: words,
  particles: words,
  /** before "resolved": not all has gone */
  partials: words,
  /** what goes with a thing, and is said by itself: with */
  companions: words,
  /** join a noun of change to what has changed: in */
  genitives: words,
  perfects: words,
  infinitives: words,
  /** stand before a list: "any of the following:" */
  announcers: words,
  /** may stand before the year of a past event: in */
  datings: words,
  articles: words,
  /** shortened words whose full stop ends no sentence: vs, dr */
  shortened: words,
  /** right behind a finding they make a place or people of it: "tumor board" */
  institutions: words,
});
