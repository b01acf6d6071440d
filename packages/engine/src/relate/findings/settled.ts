/** Wing 3, relate, findings: what one mention of a statement settles for another: a label for what stands behind it, what has gone for what it was of. */
import type { Asserted } from '../assertion.ts';
import type { Mention } from './mentions.ts';
import { COMMA, JOIN, PREPOSITION, STOP, VERB } from './part.ts';
import type { Parts, Scene } from './scene.ts';

/** The same answers, one for each mention, with what the others settle. */
export function settledAmong(
  { recognized: { tokens } }: Scene,
  { parts }: Parts,
  mentions: readonly Mention[],
  answers: readonly Asserted[],
): readonly Asserted[] {
  if (mentions.length < 2) return answers;
  let settled: Asserted[] | null = null;
  mentions.forEach((mention, index) => {
    const own = answers[index];
    const before = mentions[index - 1];
    if (!own) return;
    // "PE: no evidence of PE": the label says nothing by itself
    const isLabel = index === 0 && tokens[parts[mention.last]?.to ?? -1]?.norm === ':';
    const named = isLabel ? mentions.findIndex((one, at) => at > 0 && one.concept.id === mention.concept.id) : -1;
    const answer = named > 0 ? answers[named] : undefined;
    // "edema around the metastasis has resolved": the metastasis has not
    const stays = before !== undefined && isGone(own) && isGone(answers[index - 1]) && isHost(parts, before, mention);
    if (!answer && !stays) return;
    settled ??= [...answers];
    settled[index] = answer ?? { assertion: { ...STAYS, basis: [mention.span] }, change: null };
  });
  return settled ?? answers;
}

const STAYS = { presence: 'present', certainty: 'definite', temporality: 'current', experiencer: 'patient' } as const;

const isGone = (one: Asserted | undefined): boolean =>
  one?.change?.direction === 'resolved' && one.assertion.presence === 'absent';

/** A preposition, and nothing that parts the two, leads from one to the other. */
function isHost(parts: Parts['parts'], before: Mention, mention: Mention): boolean {
  const between = parts.slice(before.last + 1, mention.first);
  return between.some(({ is }) => is & PREPOSITION) && !between.some(({ is }) => is & (JOIN | COMMA | STOP | VERB));
}
