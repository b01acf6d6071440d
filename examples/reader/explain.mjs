// Tells a photograph, PDF, record or text of a report in plain words: node explain.mjs photo.jpg
import { readFileSync } from 'node:fs';
import { openReader } from '@readingscan/reader';

const [, , path = 'photo.jpg'] = process.argv;
const reader = openReader();
const result = await reader.explain({ kind: 'files', files: [{ bytes: readFileSync(path) }] }, { language: 'en' });
await reader.close();

if (result.ok) {
  const { headline, items, nextSteps } = result.document;
  console.log(headline.text);
  for (const { plain } of items) console.log(`- ${plain.map(({ text }) => text).join(' ')}`);
  for (const { text } of nextSteps) console.log(`Next: ${text}`);
} else {
  console.error(`${result.error.message} ${result.error.hint}`);
  process.exitCode = 1;
}
