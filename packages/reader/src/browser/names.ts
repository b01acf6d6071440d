/** How a language calls concepts and parts of the body, from the knowledge that the engine was made with. */
import { type FrameWords, openWords, type ReadingKnowledge, type ShippedWords } from '@readingscan/knowledge';
import type { Names } from '../digest.ts';

/** A word that has no name of its own is told as reports write it. */
export function namesOf(reading: ReadingKnowledge, words: ShippedWords, frames: FrameWords | null): Names {
  const { concepts, documents } = frames ?? openWords(words, reading);
  const { regions } = documents.templates;
  return {
    concept: (id) => concepts[id]?.plain ?? id.replaceAll('-', ' '),
    region: (name) => regions[name] ?? name,
  };
}
