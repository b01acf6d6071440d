/** What the content is compiled with: its folder, the glossary, and what concepts mean in the other languages. Needs the compiled knowledge. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GlossaryKnowledge, WordsKnowledge } from '@readingscan/knowledge';
import type { Inputs } from './compile.ts';

export function contentInputs(packages = fileURLToPath(new URL('../../../..', import.meta.url))): Inputs {
  const compiled = (name: string): unknown => JSON.parse(readFileSync(join(packages, 'knowledge/dist', name), 'utf8'));
  // the knowledge compiler wrote them: one boundary
  const glossary = compiled('en.glossary.json') as GlossaryKnowledge;
  const answers = ({ entries }: GlossaryKnowledge) => new Map(entries.map(({ id, answer }) => [id, answer]));
  const meaningsOf = (language: string): ReadonlyMap<string, string> => {
    if (existsSync(join(packages, 'knowledge/dist', `${language}.glossary.json`)))
      return answers(compiled(`${language}.glossary.json`) as GlossaryKnowledge);
    const { concepts } = compiled(`${language}.words.json`) as WordsKnowledge;
    return new Map(Object.entries(concepts).flatMap(([id, { means }]) => (means ? [[id, means] as const] : [])));
  };
  return {
    root: join(packages, 'web/content'),
    glossary,
    meanings: {
      en: answers(glossary),
      es: meaningsOf('es'),
      zh: meaningsOf('zh'),
    },
  };
}
