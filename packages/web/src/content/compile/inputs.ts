/** What the content is compiled with: its folder, the glossary, and what concepts mean in the other languages. Needs the compiled knowledge. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GlossaryKnowledge, WordsKnowledge } from '@readingscan/knowledge';
import type { Inputs } from './compile.ts';

export function contentInputs(packages = fileURLToPath(new URL('../../../..', import.meta.url))): Inputs {
  const compiled = (name: string): unknown => JSON.parse(readFileSync(join(packages, 'knowledge/dist', name), 'utf8'));
  // the knowledge compiler wrote them: one boundary
  const glossary = compiled('en.glossary.json') as GlossaryKnowledge;
  const meaningsOf = (language: string): ReadonlyMap<string, string> => {
    const { concepts } = compiled(`${language}.words.json`) as WordsKnowledge;
    return new Map(Object.entries(concepts).flatMap(([id, { means }]) => (means ? [[id, means] as const] : [])));
  };
  return {
    root: join(packages, 'web/content'),
    glossary,
    meanings: {
      en: new Map(glossary.entries.map(({ id, answer }) => [id, answer])),
      es: meaningsOf('es'),
      zh: meaningsOf('zh'),
    },
  };
}
