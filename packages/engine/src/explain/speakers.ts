/** Wing 4, explain: who speaks: the language that is read, rewritten, or another one, built from frames. */
import type { Explainable, Knowledge } from '../stages.ts';
import { frameSpeech } from './frame/speech.ts';
import { headlineName } from './headline.ts';
import { scoreMeaningsOf } from './score-meanings.ts';
import { withScoreMeanings } from './score-sentences.ts';
import { languageOf } from './sentence/language.ts';
import { quantityText } from './sentence/quantity.ts';
import { spanWordsOf } from './sentence/span-words.ts';
import { tellerOf } from './sentence/statement.ts';
import type { Speech } from './speech.ts';

/** The language that is told, and the one that is read: what a report asks for does not hang on the language it is told in. Throws TypeError where there are no words. */
export function speechesOf(
  related: Explainable,
  knowledge: Knowledge,
): { readonly told: Speech; readonly read: Speech } {
  const read = readSpeech(related, knowledge);
  return { told: knowledge.frames ? frameSpeech(related, knowledge.frames, knowledge) : read, read };
}

function readSpeech(related: Explainable, knowledge: Knowledge): Speech {
  const { words, reading } = knowledge;
  if (!words) throw new TypeError('explain needs the words of a language');
  const { templates } = words.documents;
  const scaleOf = (system: string) => reading.documents.scales.find((known) => known.system === system);
  const scores = {
    category: (system: string, code: string) => scaleOf(system)?.categories.find((known) => known.code === code),
    thing: (system: string) => scaleOf(system)?.thing,
    quantity: (written: string) => quantityText(written, languageOf(words)),
  };
  const meanings = scoreMeaningsOf(related, knowledge, scores);
  return {
    ...scores,
    language: words.language,
    templates,
    tell: withScoreMeanings(tellerOf(related, knowledge), meanings, related, knowledge, templates),
    meanings,
    nameOf: (concept) => words.concepts[concept]?.plain,
    headlineName: (finding) => headlineName(finding, related, knowledge, templates),
    phraseWords: (slug) => reading.phrases.find((phrase) => phrase.slug === slug),
    definition: {
      concept: (id) => (words.concepts[id]?.term ? words.concepts[id]?.means : undefined),
      modifier: ({ means }) => means,
    },
    spanWords: related.recommendations.length > 0 ? spanWordsOf(related, knowledge) : null,
    isGraded: true,
  };
}
