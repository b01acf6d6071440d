/** Wing 3, relate, urgency: words that ask for a tier by themselves, whatever was understood of their statement. */
import type { Assertion, Change, UrgencyTier } from '../../document.ts';
import { matchesWithin } from '../../lexicon.ts';
import { eachForm } from '../../search.ts';
import { assertTargets } from '../assertion.ts';
import type { Outline, Told } from '../outline.ts';
import { SPOKEN } from '../word-kinds.ts';
import { isCalm } from './advice.ts';
import { higher } from './tier.ts';
import { heldIn, spokenTrie } from './words.ts';

/** A form at its place, tokens `[from, to)`. */
interface Spoken {
  readonly form: string;
  readonly from: number;
  readonly to: number;
}

/** The tier that words of a statement ask for by themselves, unless denied, over or unlikely; most statements hold none. */
export function spokenTier(told: Told, outline: Outline): UrgencyTier {
  let tier: UrgencyTier = 'reassuring';
  if ((told.words & SPOKEN) === 0) return tier;
  const denied = isDenied(told);
  const { tokens } = outline.recognized;
  const places = placesOf(told, outline);
  if (places.length === 0) return tier;
  const held = heldIn(told, outline);
  const { words, calm } = outline.knowledge.reading.documents.urgency;
  for (const asks of words) {
    if (denied && !asks.warns) continue;
    const isTold = places.some(({ form, from, to }) => {
      if (!asks.match.includes(form) || isCalm(form, from, held, calm)) return false;
      const before = tokens.slice(Math.max(told.statement.from, from - 10), from).map(({ norm }) => norm);
      const line = ` ${before.join(' ')} `;
      // before it, or what begins with it: "torsion of the appendix testis" is no torsion of the testis
      if (asks.without?.some((deny) => line.includes(` ${deny} `) || held.get(deny) === from)) return false;
      if (asks.unlessBehind && isConditional(told, outline, to, asks.unlessBehind, asks.butBehind)) return false;
      return isNow(told, outline, from, to);
    });
    if (isTold) tier = higher(tier, asks.tier === 'emergency' && isOnlyAsked(told) ? 'urgent' : asks.tier);
  }
  return tier;
}

/** "Attend ED if worse": a condition stands behind the words; not "even if". */
function isConditional(
  { statement }: Told,
  { recognized }: Outline,
  at: number,
  conditions: readonly string[],
  none: readonly string[] = [],
): boolean {
  const behind = recognized.tokens.slice(at, statement.to).map(({ norm }) => norm);
  const line = ` ${behind.join(' ')} `;
  const holds = (words: readonly string[]): boolean => words.some((one) => line.includes(` ${one} `));
  return holds(conditions) && !holds(none);
}

/** "Ectopic pregnancy ruled out", "torsion is unlikely": all that it names is denied or thought unlikely. */
const isDenied = ({ findings }: Told): boolean =>
  findings.length > 0 &&
  findings.every(({ assertion }) => assertion.presence === 'absent' || assertion.certainty === 'unlikely');

/** "MRI for cord compression": a test is asked for, and nobody says that there is what it looks for. */
const isOnlyAsked = ({ findings }: Told): boolean =>
  findings.length > 0 && findings.every(({ assertion }) => assertion.presence === 'hypothetical');

function placesOf({ statement: { from, to } }: Told, { recognized, kinds, knowledge }: Outline): readonly Spoken[] {
  const { source, tokens } = recognized;
  const trie = spokenTrie(knowledge);
  const places: Spoken[] = [];
  for (let at = from; at < to; at += 1)
    if (((kinds[at] ?? 0) & SPOKEN) !== 0)
      eachForm(trie, source.text, tokens, at, to, (form, end) => places.push({ form, from: at, to: end }));
  return places;
}

/** "Volvulus has been untwisted", "?torsion: none": what the finding says that the words name, or the words themselves where they name none. */
function isNow({ statement, findings }: Told, { recognized, knowledge }: Outline, from: number, to: number): boolean {
  const { tokens, matches } = recognized;
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  const named = findings.filter(({ span }) => span[0] < end && start < span[1]);
  const { settled } = knowledge.reading.documents.urgency;
  if (named.length > 0) return !named.every((finding) => isOver(finding) || settled.includes(finding.concept));
  // "not yet communicated" denies within itself
  if (matchesWithin(matches.cue, from, to).length > 0) return true;
  const [answer] = assertTargets(recognized, statement, [[start, end]], knowledge);
  return !answer || !isOver(answer);
}

interface Said {
  readonly assertion: Assertion;
  readonly change?: Change | null | undefined;
}

const isOver = ({ assertion, change }: Said): boolean =>
  assertion.presence === 'absent' ||
  assertion.certainty === 'unlikely' ||
  assertion.temporality === 'historical' ||
  change?.direction === 'resolved';
