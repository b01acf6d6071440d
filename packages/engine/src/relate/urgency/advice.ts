/** Wing 3, relate, urgency: what an advice asks for: today, within a week, within months. */
import type { ReadingDocuments } from '@readingscan/knowledge';
import type { Recommendation, TimeUnit, UrgencyTier } from '../../document.ts';
import type { Held } from '../outline.ts';

const DAYS: Readonly<Record<TimeUnit, number>> = { hour: 1 / 24, day: 1, week: 7, month: 30, year: 365 };
const WEEK = 7;
const YEAR = 360;
const LONGEST_CALM = 2; // tokens behind the first: non - urgent

/** "Once the acute episode has resolved", "after completion of antibiotics": it comes, only not yet. */
const TO_COME = /^(?:once|after|following|upon|on)\b/i;

/** The least tier that an advice allows; null where it asks for nothing now. */
export function tierOfAdvice(
  advice: Recommendation,
  held: Held,
  { advice: words, calm, screening, care }: ReadingDocuments['urgency'],
  text: string,
): UrgencyTier | null {
  const { interval, condition, action } = advice;
  // that nothing is needed if something holds leaves open whether it does
  if (action === 'none-needed') return condition ? 'routine' : null;
  if (advice.relatives || (advice.care && care[advice.care.kind] === undefined)) return 'routine';
  if (condition && !TO_COME.test(text.slice(...condition.span))) return 'routine';
  const days = interval ? interval.min * DAYS[interval.unit] : null;
  const latest = interval?.max ? interval.max * DAYS[interval.unit] : days;
  const isSaid = ({ match }: ReadingDocuments['urgency']['advice'][number]): boolean =>
    match.some((word) => isAsked(word, held, calm));
  const said = words.find(isSaid)?.tier;
  if (advice.care) return said ?? care[advice.care.kind] ?? 'routine';
  if (latest !== null && latest <= 1) return said === 'emergency' ? 'emergency' : 'urgent';
  if (said && interval === null)
    return said === 'emergency' && action !== 'referral' && action !== 'procedure' ? 'urgent' : said;
  if (latest !== null && latest <= WEEK) return 'urgent';
  // "urgent referral within 2 weeks": the word counts beside its time; "2WW" is that time
  if (latest !== null && latest <= 2 * WEEK && words.some((one) => !one.timed && isSaid(one))) return 'urgent';
  // "repeat CXR on Monday"
  if (advice.on?.kind === 'weekday' && action !== 'referral') return 'urgent';
  if (action === 'biopsy') return advice.strength === 'optional' ? 'soon' : 'urgent';
  const isLook = action === 'surveillance' || action === 'imaging';
  const isRound = advice.modality === 'MG' || (isLook && screening.some((word) => held.has(word)));
  if (
    (isRound && (days === null || days >= YEAR)) ||
    (days !== null && days >= 2 * YEAR - 1 && advice.modality !== 'DXA')
  )
    return 'routine';
  return action === 'clinical-correlation' || action === 'laboratory' || action === 'other' ? 'routine' : 'soon';
}

/** The word stands there, and its first place is not within "non-urgent". */
function isAsked(word: string, held: Held, calm: readonly string[]): boolean {
  const at = held.get(word);
  return at !== undefined && !isCalm(word, at, held, calm);
}

/** Whether the word at this token is a part of "non-urgent", "not immediately". */
export const isCalm = (word: string, at: number, held: Held, calm: readonly string[]): boolean =>
  calm.some((form) => {
    const from = held.get(form);
    return from !== undefined && from <= at && at <= from + LONGEST_CALM && form.includes(word);
  });
