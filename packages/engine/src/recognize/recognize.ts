/** Wing 2, recognize: what the statements name. */
import { findMatches } from '../lexicon.ts';
import type { Knowledge, Recognized, Segmented } from '../stages.ts';
import { communicationsIn } from './communications.ts';
import { withoutCrossings } from './crossings.ts';
import { measurementsIn } from './measurements.ts';
import { recommendationsIn } from './recommendations.ts';
import { scoresIn } from './scores.ts';
import { withSenses } from './senses.ts';
import { withSharedNouns } from './shared-nouns.ts';
import { signsOf } from './signs.ts';
import { studyOf } from './study.ts';

export function recognize(segmented: Segmented, knowledge: Knowledge): Recognized {
  const written = findMatches(segmented.source.text, segmented.tokens, knowledge.lexicon);
  const sensed = withSenses(written, segmented, knowledge.reading);
  const { matches, sharers } = withSharedNouns(withoutCrossings(sensed, segmented, knowledge), segmented, knowledge);
  const signs = signsOf(segmented);
  const study = studyOf(segmented, signs, knowledge);
  const measurements = measurementsIn(segmented, signs, knowledge);
  return {
    source: segmented.source,
    tokens: segmented.tokens,
    sections: segmented.sections,
    statements: segmented.statements,
    items: segmented.items,
    status: segmented.status,
    warnings: segmented.warnings,
    matches,
    sharers,
    study,
    measurements,
    scores: scoresIn(segmented, signs, measurements, knowledge),
    recommendations: recommendationsIn(segmented, signs, knowledge, study.modality),
    communications: communicationsIn(segmented, signs, matches, knowledge),
  };
}
