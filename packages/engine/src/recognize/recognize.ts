/** Wing 2, recognize: what the statements name. */
import { findMatches } from '../lexicon.ts';
import type { Knowledge, Recognized, Segmented } from '../stages.ts';
import { communicationsIn } from './communications.ts';
import { measurementsIn } from './measurements.ts';
import { recommendationsIn } from './recommendations.ts';
import { scoresIn } from './scores.ts';
import { studyOf } from './study.ts';

export function recognize(segmented: Segmented, knowledge: Knowledge): Recognized {
  const matches = findMatches(segmented.source.text, segmented.tokens, knowledge.lexicon);
  const study = studyOf(segmented, matches, knowledge);
  const measurements = measurementsIn(segmented, matches, knowledge);
  return {
    ...segmented,
    matches,
    study,
    measurements,
    scores: scoresIn(segmented, measurements, knowledge),
    recommendations: recommendationsIn(segmented, matches, knowledge, study.modality),
    communications: communicationsIn(segmented, matches, knowledge),
  };
}
