/** The glossaries that there are: English always, another language where the compiler has written it. */
import { existsSync, readFileSync } from 'node:fs';
import type { GlossaryKnowledge } from '@readingscan/knowledge';
import { LANGUAGES, type Language, READ } from '@readingscan/reader/languages';

export type Glossaries = Readonly<Partial<Record<Language, GlossaryKnowledge>>> & {
  readonly [READ]: GlossaryKnowledge;
};

/** Of a folder of compiled knowledge. */
export function loadGlossaries(knowledge: URL): Glossaries {
  const fileOf = (language: Language): URL => new URL(`${language}.glossary.json`, knowledge);
  // the compiler wrote it: one boundary
  const load = (language: Language) => JSON.parse(readFileSync(fileOf(language), 'utf8')) as GlossaryKnowledge;
  const others = LANGUAGES.filter((language) => language !== READ && existsSync(fileOf(language)));
  return { [READ]: load(READ), ...Object.fromEntries(others.map((language) => [language, load(language)])) };
}
