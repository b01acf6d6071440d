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
  return {
    ...segmented,
    matches,
    study: studyOf(segmented, matches, knowledge),
    measurements: measurementsIn(segmented, matches, knowledge),
    scores: scoresIn(segmented, matches, knowledge),
    recommendations: recommendationsIn(segmented, matches, knowledge),
    communications: communicationsIn(segmented, matches, knowledge),
  };
}
