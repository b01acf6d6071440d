/** Both files of one language made ready for the wings: the one place that knows which wing notes what of a word. */
import { type FrameWords, openWords, type ReadingKnowledge, type ShippedWords } from '@readingscan/knowledge';
import { alike } from './alike.ts';
import { buildLexicon } from './lexicon.ts';
import { adviceVocabulary } from './recognize/recommendations/items.ts';
import { senseBits } from './recognize/senses.ts';
import { signTable } from './recognize/signs.ts';
import { wordClasses } from './relate/assertion/word-classes.ts';
import { findingTables } from './relate/findings/tables.ts';
import { wordKinds } from './relate/word-kinds.ts';
import { vocabularyOf } from './segment/vocabulary.ts';
import type { Knowledge } from './stages.ts';
import { wordBook } from './word.ts';

export function knowledgeOf(
  compiled: ReadingKnowledge,
  shipped: ShippedWords | null,
  frames: FrameWords | null = null,
): Knowledge {
  const reading: ReadingKnowledge = {
    ...compiled,
    concepts: alike(compiled.concepts),
    modifiers: alike(compiled.modifiers),
    cues: alike(compiled.cues),
    changes: alike(compiled.changes),
    headings: alike(compiled.headings),
  };
  const lexicon = buildLexicon(reading);
  const book = wordBook(reading.spelling, () => ({
    roles: vocabularyOf(knowledge).roles,
    signs: signTable(knowledge),
    ...senseBits(reading),
    kinds: wordKinds(reading),
    classes: wordClasses(knowledge),
    parts: findingTables(knowledge).word,
    first: lexicon.forms.first,
    advice: adviceVocabulary(reading).first,
  }));
  const words = shipped && openWords(shipped, reading);
  const knowledge: Knowledge = { reading, words, frames, lexicon, book };
  return knowledge;
}
