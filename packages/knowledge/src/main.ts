/** `npm run knowledge`: compiles every language into packages/knowledge/dist, or says what to mend. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from './compile/compile.ts';
import { KnowledgeError } from './compile/problem.ts';

const own = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export function compileAll(): void {
  const version = JSON.parse(readFileSync(own('../package.json'), 'utf8')).version as string;
  mkdirSync(own('../dist'), { recursive: true });
  for (const language of readdirSync(own('../data'))) {
    if (!existsSync(own(`../data/${language}/findings`))) continue;
    const { reading, words, loaded } = compile(own('../data'), language, version, {
      keepGoing: process.argv.includes('--keep-going'),
    });
    writeFileSync(own(`../dist/${language}.reading.json`), JSON.stringify(reading));
    writeFileSync(own(`../dist/${language}.words.json`), JSON.stringify(words));
    const forms = Object.values(reading.textForms).reduce(
      (sum, list) => sum + list.length,
      reading.headingForms.length,
    );
    console.error(
      `knowledge ${language}: ${reading.concepts.length} concepts, ${reading.phrases.length} phrases, ${loaded.entries.length} entries, ${forms} forms`,
    );
  }
}

try {
  compileAll();
} catch (error) {
  if (!(error instanceof KnowledgeError)) throw error;
  console.error(error.message);
  console.error(`\n${error.problems.length} problem(s); nothing was written.`);
  process.exitCode = 1;
}
