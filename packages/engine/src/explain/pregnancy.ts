/** Wing 4, explain: a scan in pregnancy names parts of the body that may be the baby's or the reader's own. */
import { conceptsById } from '../concepts-by-id.ts';
import type { Finding } from '../document.ts';
import type { Notice } from '../explanation.ts';
import { matchesWithin } from '../lexicon.ts';
import { sectionsById } from '../sections-by-id.ts';
import type { Explainable, Knowledge, Related, SegmentedStatement } from '../stages.ts';
import { statementsById } from '../statements-by-id.ts';
import { listed } from '../word-lists.ts';
import type { Templates } from './templates.ts';

const CODE = 'pregnancy';

/** Told where a study of a baby names a part of the body, or a finding in one, and does not say whose it is. */
export function pregnancyNotice(related: Explainable, knowledge: Knowledge, { notices }: Templates): Notice | null {
  if (!isOfPregnancy(related, knowledge)) return null;
  const sections = sectionsById(related);
  for (const statement of related.statements) {
    if (!BODY.has(sections.get(statement.section)?.code ?? '') || saysWhose(statement, related, knowledge)) continue;
    for (const { entry, start, end } of matchesWithin(related.matches.concept, statement.from, statement.to)) {
      const { kind, region } = knowledge.reading.concepts[entry] ?? {};
      if ((kind === 'finding' || kind === 'anatomy') && mayBeBabys(region, knowledge))
        return { code: CODE, text: notices[CODE], basis: [[start, end]] };
    }
  }
  return null;
}

/** A study of a baby that is not born yet. */
export const isOfPregnancy = ({ study }: Related, { reading }: Knowledge): boolean =>
  study.regions.some((region) => listed(reading, 'obstetric-regions').has(region));

/** Neither the mother's nor of the pregnancy itself. */
const mayBeBabys = (region: string | undefined, { reading }: Knowledge): boolean =>
  region !== undefined &&
  !listed(reading, 'maternal-regions').has(region) &&
  !listed(reading, 'obstetric-regions').has(region);

const BODY: ReadonlySet<string> = new Set(['findings', 'impression']);

/** "Left fetal hydronephrosis", "the mother's kidney": whose it is stands there, and a name alone would drop it. */
export function isNamedBabys({ statement: id, concept }: Finding, related: Explainable, knowledge: Knowledge): boolean {
  if (!mayBeBabys(conceptsById(knowledge).get(concept)?.region, knowledge)) return false;
  const statement = statementsById(related).get(id);
  return statement !== undefined && saysWhose(statement, related, knowledge);
}

/** Of an organ that may be the baby's, in a scan in pregnancy that does not call it the mother's: it has no place on a map of her body. */
export function mayBeOfBaby({ statement: id, concept }: Finding, related: Explainable, knowledge: Knowledge): boolean {
  if (!isOfPregnancy(related, knowledge) || !mayBeBabys(conceptsById(knowledge).get(concept)?.region, knowledge))
    return false;
  const statement = statementsById(related).get(id);
  return statement === undefined || !holds(statement, related, listed(knowledge.reading, 'maternal'));
}

const saysWhose = (statement: SegmentedStatement, related: Explainable, { reading }: Knowledge): boolean =>
  holds(statement, related, listed(reading, 'fetal')) || holds(statement, related, listed(reading, 'maternal'));

function holds({ from, to }: SegmentedStatement, { tokens }: Explainable, words: ReadonlySet<string>): boolean {
  for (let at = from; at < to; at += 1) if (words.has(tokens[at]?.norm ?? '')) return true;
  return false;
}
