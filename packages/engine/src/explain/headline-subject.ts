/** Wing 4, explain: what a headline names where the weightiest item only asks for a step: "Vascular surgery consultation" is asked for a narrowing. */
import type { ImpressionItem, UrgencyTier } from '../document.ts';
import type { Explainable, Knowledge } from '../stages.ts';
import { leadsIn } from './lead.ts';
import type { ScoreMeanings } from './score-meanings.ts';

const RANK: readonly UrgencyTier[] = ['emergency', 'urgent', 'soon', 'routine', 'reassuring'];

/**
 * The most pressing item before it that names something found; where nothing presses, one that says what was not found will do. Null where the
 * item names something itself, or asks for a scan of a part of the body that this exam did not show.
 */
export function subjectOf(
  asking: ImpressionItem,
  related: Explainable,
  meanings: ScoreMeanings,
  knowledge: Knowledge,
): ImpressionItem | null {
  const leadOf = leadsIn(related, knowledge);
  const steps = related.recommendations.filter(({ id }) => asking.recommendations.includes(id));
  const isStep = steps.some(({ action }) => action !== 'none-needed');
  const isOfPart = steps.some(({ region }) => region !== null && !related.study.regions.includes(region));
  if (!isStep || isOfPart || leadOf(asking) || hasScore(asking, meanings)) return null;
  const isCalm = asking.urgency === 'routine' || asking.urgency === 'reassuring';
  const isNamed = (item: ImpressionItem): boolean => {
    const lead = leadOf(item)?.finding;
    if (lead && lead.assertion.temporality !== 'current') return false;
    const isThere = lead?.assertion.presence === 'present' || lead?.assertion.presence === 'possible';
    return isThere || (isCalm && (lead !== undefined || hasScore(item, meanings)));
  };
  const before = related.impression.filter((item) => item.rank < asking.rank && isNamed(item));
  return before.sort((a, b) => RANK.indexOf(a.urgency) - RANK.indexOf(b.urgency) || a.rank - b.rank)[0] ?? null;
}

const hasScore = ({ statements }: ImpressionItem, meanings: ScoreMeanings): boolean =>
  [...meanings.keys()].some(({ id }) => statements.includes(id));
