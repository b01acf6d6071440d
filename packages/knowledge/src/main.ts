/** `npm run knowledge`: compiles every language into packages/knowledge/dist, or says what to mend. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from './compile/compile.ts';
import { compileGlossary } from './compile/glossary.ts';
import { KnowledgeError } from './compile/problem.ts';
import { compileToldGlossary } from './compile/told-glossary.ts';
import { translate } from './compile/translate.ts';
import { countForms } from './form-lines.ts';
import { shipWords } from './shipped-words.ts';

const own = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** the language that reports are read in; all others only tell them */
const READ = 'en';

export function compileAll(): void {
  const version = JSON.parse(readFileSync(own('../package.json'), 'utf8')).version as string;
  mkdirSync(own('../dist'), { recursive: true });
  const write = (name: string, value: unknown, written = asIs): void =>
    writeFileSync(own(`../dist/${name}.json`), written(JSON.stringify(value)));
  const { reading, words, loaded } = compile(own('../data'), READ, version, {
    keepGoing: process.argv.includes('--keep-going'),
  });
  write(`${READ}.reading`, reading, inAscii);
  write(`${READ}.words`, shipWords(words, reading));
  const forms = Object.values(reading.textForms).reduce(
    (sum, lines) => sum + countForms(lines),
    reading.headingForms.length,
  );
  console.error(
    `knowledge ${READ}: ${reading.concepts.length} concepts, ${reading.phrases.length} phrases, ${loaded.entries.length} entries, ${forms} forms`,
  );
  const glossary = compileGlossary(own('../data'), READ, version, loaded);
  write(`${READ}.glossary`, glossary);
  console.error(`glossary ${READ}: ${glossary.entries.length} entries`);
  for (const language of readdirSync(own('../data'))) {
    if (language === READ) continue;
    const told = translate(own('../data'), language, version, loaded);
    write(`${language}.words`, told);
    console.error(`knowledge ${language}: words for ${Object.keys(told.concepts).length} concepts`);
    const pages = compileToldGlossary(own('../data'), language, glossary);
    write(`${language}.glossary`, pages);
    console.error(`glossary ${language}: ${pages.entries.length} entries`);
  }
}

const asIs = (json: string): string => json;

/** A file of nothing but ASCII is read sooner (27 ms where it took 35), and kept in half the memory: for one that holds next to nothing else. */
const inAscii = (json: string): string =>
  json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

try {
  compileAll();
} catch (error) {
  if (!(error instanceof KnowledgeError)) throw error;
  console.error(error.message);
  console.error(`\n${error.problems.length} problem(s); nothing was written for this language.`);
  process.exitCode = 1;
}
