/** Both files of one language made ready for the wings: the one place that knows which wing notes what of a word. */
import { type FrameWords, openWords, type ReadingKnowledge, type ShippedWords } from '@readingscan/knowledge';
import { alike } from './alike.ts';
import { indexForms, type KeptForms, keptForms, openForms } from './form-index.ts';
import { buildLexicon } from './lexicon.ts';
import { adviceVocabulary } from './recognize/recommendations/items.ts';
import { senseBits } from './recognize/senses.ts';
import { signTable } from './recognize/signs.ts';
import { wordClasses } from './relate/assertion/word-classes.ts';
import { findingTables } from './relate/findings/tables.ts';
import { wordKinds } from './relate/word-kinds.ts';
import { vocabularyOf } from './segment/vocabulary.ts';
import type { Knowledge } from './stages.ts';
import { type KeptWords, keptWords, notedWords, openNoted, type WordTables, wordBook } from './word.ts';

export function knowledgeOf(
  compiled: ReadingKnowledge,
  shipped: ShippedWords | null,
  frames: FrameWords | null = null,
  prepared: Prepared | null = null,
): Knowledge {
  const reading: ReadingKnowledge = {
    ...compiled,
    concepts: alike(compiled.concepts),
    modifiers: alike(compiled.modifiers),
    cues: alike(compiled.cues),
    changes: alike(compiled.changes),
    headings: alike(compiled.headings),
  };
  const mine = prepared?.digest === compiled.digest ? prepared : null;
  const forms = mine ? openForms(mine.forms, reading.textForms) : indexForms(reading.textForms, reading.spelling);
  const lexicon = buildLexicon(reading, forms);
  const book = wordBook(reading.spelling, forms.first, () =>
    mine ? openNoted(mine.words) : notedWords(wordTables(knowledge)),
  );
  const words = shipped && openWords(shipped, reading);
  const knowledge: Knowledge = { reading, words, frames, lexicon, book };
  return knowledge;
}

/** What takes longest to make of a knowledge, the same at every start: kept in a file beside it where a program has one. */
export interface Prepared {
  /** of the knowledge that it was made of; with any other it goes unused */
  readonly digest: string;
  readonly forms: KeptForms;
  readonly words: KeptWords;
}

export function prepare(compiled: ReadingKnowledge): Prepared {
  const { digest, textForms, spelling } = compiled;
  return {
    digest,
    forms: keptForms(indexForms(textForms, spelling)),
    words: keptWords(notedWords(wordTables(knowledgeOf(compiled, null)))),
  };
}

const wordTables = (knowledge: Knowledge): WordTables => ({
  roles: vocabularyOf(knowledge).roles,
  signs: signTable(knowledge),
  ...senseBits(knowledge.reading),
  kinds: wordKinds(knowledge.reading),
  classes: wordClasses(knowledge),
  parts: findingTables(knowledge).word,
  advice: adviceVocabulary(knowledge.reading).first,
});
