/** Wing 4, explain: a level of the spine is told behind what lies there: "mild L4-5 disc bulge" → "mild disc bulge at L4-5". */
import type { Chunk } from './chunk.ts';
import { isFinding } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { isBefore } from './modifiers.ts';
import { spotBefore, wordChunk } from './own-chunk.ts';

/** T1 to T4 may be a sequence or a stage. */
const LEVEL = /^(?:C[1-7]|T(?:[5-9]|1[0-2])|L[1-5]|S1)$/;
const LOWER = /^(?:[CTLS]?(?:1[0-2]|[1-9]))$/;

/** The same chunks; levels between a describing word and a finding have come behind it. A nerve is named after a level, and does not lie at it. */
export function withLevelsBehind(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  if (!chunks.some(({ text }) => LEVEL.test(text))) return chunks;
  const told: Chunk[] = [];
  for (let from = 0; from < chunks.length; ) {
    const first = chunks[from];
    if (!first) break;
    const to =
      LEVEL.test(first.text) && (from === 0 || leads(chunks[from - 1], language))
        ? levelsTo(chunks, from, language)
        : from;
    let noun = to;
    while (to > from && describes(chunks[noun], language)) noun += 1;
    const finding = chunks[noun];
    if (to === from || !isFinding(finding) || language.levelNamed.has(finding.concept.site ?? '')) {
      told.push(first);
      from += 1;
      continue;
    }
    const levels = chunks.slice(from + 1, to);
    told.push(
      ...chunks.slice(to, noun + 1),
      wordChunk(language.at, spotBefore(first)),
      { ...first, glued: false },
      ...levels,
    );
    from = noun + 1;
  }
  return told;
}

/** The end of "L4-5", "L4-L5 and L5-S1", "T8". */
function levelsTo(chunks: readonly Chunk[], from: number, { levelLinks }: Language): number {
  let to = from + 1;
  while (levelLinks.has(chunks[to]?.text.toLowerCase() ?? '') && LOWER.test(chunks[to + 1]?.text ?? '')) to += 2;
  return to;
}

/** What stands before the level goes with the finding behind it: "mild", "no", "in line with"; not "at", which holds the level itself. */
const leads = (chunk: Chunk | undefined, { levelHolders, levelLinks }: Language): boolean =>
  chunk?.kind === 'word'
    ? !levelHolders.has(chunk.norm) && !levelLinks.has(chunk.norm)
    : chunk?.kind === 'modifier' || chunk?.kind === 'wording' || chunk?.kind === 'phrase';

const describes = (chunk: Chunk | undefined, language: Language): boolean =>
  chunk?.kind === 'modifier' && isBefore(chunk, language);
