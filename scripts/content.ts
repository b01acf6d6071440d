/** `npm run content`: what is wrong with the articles and pages of the site; `-- grades` lists length and reading ease; `-- build FILE` writes what the server reads. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LANGUAGES } from '../packages/reader/src/languages.ts';
import { gradeOf, lengthOf, readContent } from '../packages/web/src/content/compile/compile.ts';
import { contentInputs } from '../packages/web/src/content/compile/inputs.ts';
import { renderMarkdown } from '../packages/web/src/content/compile/markdown.ts';
import { show } from '../packages/web/src/content/compile/problem.ts';

const inputs = contentInputs();
const [, , command, target] = process.argv;

if (command === 'grades') grades();
else {
  const { content, problems } = readContent(inputs);
  for (const problem of problems) console.error(show(problem));
  if (problems.length > 0) process.exitCode = 1;
  else if (command === 'build' && target !== undefined) {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, JSON.stringify(content));
  }
  const { articles, pages } = content.en;
  console.error(
    `content: ${articles.length} articles, ${Object.keys(pages).length} pages in ${LANGUAGES.length} languages`,
  );
}

function grades(): void {
  for (const kind of ['blog', 'pages']) {
    const folder = join(inputs.root, 'en', kind);
    for (const name of readdirSync(folder)) {
      const body = readFileSync(join(folder, name), 'utf8').split('\n---\n').slice(1).join('\n---\n');
      const rendered = renderMarkdown(body, { language: 'en', meanings: inputs.meanings.en });
      console.log(`${kind}/${name}\t${lengthOf(rendered)} words\tgrade ${gradeOf(rendered)?.toFixed(1)}`);
    }
  }
}
