/** Wing 4, explain: a reading → plain sentences, each with the words it rests on. */
import type { Reading } from '../document.ts';
import type { Explanation } from '../explanation.ts';
import type { ExplainOptions } from '../pipeline.ts';
import type { Knowledge, Related } from '../stages.ts';

export function explain(
  _related: Related,
  reading: Reading,
  knowledge: Knowledge,
  options: ExplainOptions,
): Explanation {
  return {
    schema: 'readingscan.explanation/1',
    language: knowledge.reading.language,
    level: options.level ?? 'plain',
    reading,
    notices: [],
    headline: { text: '', basis: [] },
    urgency: { tier: 'routine', text: '', basis: [] },
    items: [],
    sections: [],
    normal: [],
    nextSteps: [],
    communications: [],
    phrases: [],
    questions: [],
    secondOpinion: [],
    worthAsking: [],
    terms: [],
    notExplained: [],
    readability: { fleschKincaidGrade: null, originalGrade: null },
    disclaimer: '',
  };
}
