/** Wing 2, recognize: what the statements name. */
import { findMatches } from '../lexicon.ts';
import type { Knowledge, Recognized, Segmented, SegmentedItem } from '../stages.ts';
import { withBothSides, withoutPairs } from './both-sides.ts';
import { communicationsIn } from './communications.ts';
import { withoutCrossings } from './crossings.ts';
import { measurementsIn } from './measurements.ts';
import { recommendationsIn } from './recommendations.ts';
import { keysAmong, unfoundIn, withoutKeys } from './scores/unfound.ts';
import { readScores } from './scores.ts';
import { withSenses } from './senses.ts';
import { withSharedNouns } from './shared-nouns.ts';
import { withSharedOwners } from './shared-owners.ts';
import { withSharedStates } from './shared-states.ts';
import { withSideLetters } from './side-letters.ts';
import { signsOf } from './signs.ts';
import { withSpineRegions } from './spine-regions.ts';
import { studyOf } from './study.ts';

export function recognize(segmented: Segmented, knowledge: Knowledge): Recognized {
  const written = findMatches(segmented.source.text, segmented.tokens, knowledge.lexicon);
  const lettered = withSideLetters(written, segmented, knowledge.reading);
  const sensed = withSenses(lettered, segmented, knowledge.reading);
  const stated = withSharedStates(withoutCrossings(sensed, segmented, knowledge), segmented, knowledge);
  const sided = withoutPairs(withBothSides(stated, segmented, knowledge), segmented, knowledge);
  const placed = withSpineRegions(sided, segmented, knowledge.reading);
  const owned = withSharedOwners(placed, segmented, knowledge);
  const { matches, sharers } = withSharedNouns(owned, segmented, knowledge);
  const signs = signsOf(segmented);
  const study = studyOf(segmented, signs, knowledge);
  const measurements = measurementsIn(segmented, signs, knowledge);
  const { scores, legends } = readScores(segmented, signs, measurements, knowledge);
  const keys = keysAmong(segmented.statements, legends);
  return {
    source: segmented.source,
    tokens: segmented.tokens,
    sections: segmented.sections,
    statements: segmented.statements,
    items: keys.size > 0 ? itemsWithout(segmented.items, keys) : segmented.items,
    status: segmented.status,
    warnings: segmented.warnings,
    matches: withoutKeys(matches, legends, scores, segmented, knowledge),
    sharers,
    unfound: unfoundIn(scores, segmented, knowledge),
    study,
    measurements,
    scores,
    recommendations: recommendationsIn(segmented, signs, knowledge, study, keys),
    communications: communicationsIn(segmented, signs, matches, knowledge),
  };
}

/** Without the key of a scale or the table of a guideline, unless nothing else is there. */
function itemsWithout(items: readonly SegmentedItem[], keys: ReadonlySet<string>): readonly SegmentedItem[] {
  const own = items.flatMap((item) => {
    const statements = item.statements.filter((id) => !keys.has(id));
    return statements.length > 0 ? [{ rank: item.rank, span: item.span, statements }] : [];
  });
  return own.length > 0 ? own : items;
}
