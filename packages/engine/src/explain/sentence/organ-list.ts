/** Wing 4, explain: adjectives of organs in a list before a finding are its places: "no cardiac, pulmonary or pleural disease". */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import { conceptsById } from '../../concepts-by-id.ts';
import type { Knowledge } from '../../stages.ts';
import type { Chunk } from './chunk.ts';
import { isListLink } from './chunk-kinds.ts';
import { type Language, languageOf } from './language.ts';

/** The same chunks; the organ adjectives of such a list have become the organs they name. */
export function withOrgans(chunks: readonly Chunk[], knowledge: Knowledge): readonly Chunk[] {
  if (!knowledge.words) return chunks;
  const language = languageOf(knowledge.words);
  const organs = organsOf(knowledge.reading);
  const { regions } = knowledge.reading.documents.specializations;
  if (!chunks.some((chunk) => isListLink(chunk, language))) return chunks;
  return chunks.map((chunk, at) => {
    const organ =
      (chunk.kind === 'modifier' && listEndsInFinding(chunks, at, organs, language) && organs.get(chunk.modifier.id)) ||
      regionAt(chunks, at, regions, language);
    if (!organ) return chunk;
    const concept = conceptsById(knowledge).get(organ);
    const words = knowledge.words?.concepts[organ];
    if (!concept || !words) return chunk;
    const { from, to, start, end, text, glued } = chunk;
    return { kind: 'concept', concept, words, plural: false, from, to, start, end, text, glued };
  });
}

/** "thoracic" of "thoracic and lumbar spine" is the thoracic spine. */
function regionAt(
  chunks: readonly Chunk[],
  at: number,
  regions: Readonly<Record<string, string>>,
  language: Language,
): string | undefined {
  if (!isListLink(chunks[at + 1], language)) return undefined;
  const word = chunks[at]?.text.toLowerCase() ?? '';
  const region = Object.hasOwn(regions, word) ? regions[word] : undefined;
  if (!region) return undefined;
  let end = at + 1;
  while (isListLink(chunks[end], language) || Object.hasOwn(regions, chunks[end]?.text.toLowerCase() ?? '')) end += 1;
  const last = chunks[end];
  return last?.kind === 'concept' && Object.values(regions).includes(last.concept.id) ? region : undefined;
}

/** A link follows, then further organs, and at last a finding. */
function listEndsInFinding(
  chunks: readonly Chunk[],
  from: number,
  organs: ReadonlyMap<string, string>,
  language: Language,
): boolean {
  if (!isListLink(chunks[from + 1], language)) return false;
  for (let at = from + 1; at < chunks.length; at += 1) {
    const chunk = chunks[at];
    if (chunk?.kind === 'concept' && chunk.concept.kind !== 'anatomy') return true;
    const goesOn =
      isListLink(chunk, language) ||
      chunk?.kind === 'concept' ||
      (chunk?.kind === 'modifier' && organs.has(chunk.modifier.id));
    if (!goesOn) return false;
  }
  return false;
}

const cache = new WeakMap<ReadingKnowledge, ReadonlyMap<string, string>>();

/** modifier → the organ it is the adjective of */
function organsOf(reading: ReadingKnowledge): ReadonlyMap<string, string> {
  let organs = cache.get(reading);
  if (!organs) {
    organs = new Map(
      reading.documents.specializations.adjectives.flatMap(({ modifiers, anatomy }) =>
        modifiers.map((id) => [id, anatomy] as const),
      ),
    );
    cache.set(reading, organs);
  }
  return organs;
}
