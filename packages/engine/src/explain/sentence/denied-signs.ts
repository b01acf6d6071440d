/** Wing 4, explain: a comma before what a denied sign means, so that the denial does not seem to reach it: "no flow, in line with a clot". */
import type { Finding } from '../../document.ts';
import type { Chunk } from './chunk.ts';
import type { Language } from './language.ts';

export function withDeniedSigns(
  chunks: readonly Chunk[],
  findings: readonly Finding[],
  { denials, prepositions }: Language,
): readonly Chunk[] {
  const denial = chunks.findIndex(({ text }) => denials.has(text.toLowerCase()));
  if (denial < 0) return chunks;
  const hedges = new Set(findings.flatMap((one) => (isMeant(one) ? (one.assertion.basis[0]?.slice(0, 1) ?? []) : [])));
  const isSeen = (place: number): boolean =>
    findings.findLast(({ span }) => span[1] <= place)?.assertion.presence === 'present';
  return chunks.flatMap((chunk, at): readonly Chunk[] => {
    const before = chunks[at - 1];
    if (at <= denial + 1 || !hedges.has(chunk.start) || !before || before.kind === 'mark') return [chunk];
    if (prepositions.has(before.text.toLowerCase()) || !isLink(chunk) || isSeen(chunk.start)) return [chunk];
    const { from, start } = chunk;
    return [{ kind: 'mark', text: ',', glued: true, from, to: from, start, end: start }, chunk];
  });
}

/** It is there, or may be, for what stands before it. */
const isMeant = ({ span, assertion: { presence, basis } }: Finding): boolean =>
  (presence === 'present' || presence === 'possible') && basis.every(([start, end]) => end <= span[0] && start < end);

/** "in keeping with", "suggesting" */
const isLink = (chunk: Chunk): boolean => chunk.kind === 'wording' || chunk.kind === 'phrase' || chunk.kind === 'word';
