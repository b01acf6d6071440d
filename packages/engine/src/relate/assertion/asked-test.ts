/** Wing 3, assertion: a test that is named after what it looks for: "recommend PE study", "endometriosis MRI", "fracture follow-up in 2 weeks". */
import type { Span } from '../../document.ts';
import { phraseAt } from '../../search.ts';
import { listed, listedForms } from '../../word-lists.ts';
import { bitsAt, CLAUSE, type Ground, namesFinding, normAt, wallAt } from './ground.ts';
import { ADVERB, ARTICLE, AUXILIARY, JOIN, LINK, VERB } from './word-classes.ts';

/**
 * The test right behind a disease of the tokens `[from, to)`, where before the disease stands nothing but that the test is asked for. Not
 * "left hip fracture follow-up", nor what was seen, "nodule follow-up".
 */
export function askedTest(ground: Ground, from: number, to: number): Span | null {
  const { reading } = ground.knowledge;
  const test =
    wallAt(ground, to) > 0 ? null : phraseAt(listedForms(reading, 'asked-tests'), ground.tokens, to, ground.to);
  if (!test || listed(reading, 'asked-tests-telling').has(normAt(ground, test.to))) return null;
  if (!namesFinding(ground, from, to) || listed(reading, 'followed-things').has(normAt(ground, to - 1))) return null;
  let i = from - 1;
  while (i >= ground.from && wallAt(ground, i + 1) < CLAUSE && bitsAt(ground, i) & (ARTICLE | ADVERB)) i -= 1;
  const isBare = i < ground.from || wallAt(ground, i + 1) >= CLAUSE || listed(reading, 'asking').has(normAt(ground, i));
  const end = ground.tokens[test.to - 1]?.end;
  return isBare && end !== undefined ? [ground.tokens[to]?.start ?? end, end] : null;
}

const NEAR = 7;
const FAR = 12;

/** The test before what it is to look for: "MRI for osteomyelitis", "CT for PE or dissection". Not "CT for suspected PE", "CT for a nodule". */
export function soughtBy(ground: Ground, from: number, to: number): Span | null {
  const { reading } = ground.knowledge;
  const sought = listed(reading, 'sought-for');
  let at = from - 1;
  for (; at > ground.from && from - at <= NEAR && !sought.has(normAt(ground, at)); at -= 1)
    if (wallAt(ground, at + 1) > 0 || bitsAt(ground, at) & (VERB | AUXILIARY)) return null;
  const test = sought.has(normAt(ground, at)) ? testBefore(ground, at) : -1;
  if (test < 0) return null;
  if (!namesFinding(ground, from, to)) return null;
  const known = listed(reading, 'not-sought');
  for (let i = at + 1; i < from; i += 1) if (known.has(normAt(ground, i))) return null;
  const found = listed(reading, 'found-there');
  for (let i = at + 1; i < Math.min(ground.to, to + FAR) && (i === at + 1 || wallAt(ground, i) < CLAUSE); i += 1)
    if (found.has(normAt(ground, i))) return null;
  const watching = listed(reading, 'followed-by');
  for (let i = test; i >= ground.from && wallAt(ground, i + 1) < CLAUSE; i -= 1)
    if (watching.has(normAt(ground, i))) return null;
  const [start, end] = [ground.tokens[test]?.start, ground.tokens[at]?.end];
  return start === undefined || end === undefined ? null : [start, end];
}

const A_PLACE = 4;

/** The test before "for", with the part of the body that it looks at: "MRI spine for", "CT of the chest for"; -1 for none. */
function testBefore(ground: Ground, at: number): number {
  const tests = listed(ground.knowledge.reading, 'tests-for');
  for (let i = at - 1; i >= Math.max(ground.from, at - A_PLACE); i -= 1) {
    if (tests.has(normAt(ground, i))) return i;
    const bits = bitsAt(ground, i);
    const isPlace = normAt(ground, i) === 'of' || !(bits & (VERB | AUXILIARY | LINK | JOIN));
    if (wallAt(ground, i + 1) > 0 || ground.tokens[i]?.kind !== 'word' || !isPlace) return -1;
  }
  return -1;
}
