// Tells a report in plain words, each sentence with the words it rests on: node explain.mjs report.txt
import { readFileSync } from 'node:fs';
import { openEngine } from '@readingscan/engine';

const [, , path = 'report.txt', language = 'en'] = process.argv;
const text = readFileSync(path, 'utf8');
const engine = openEngine(language === 'es' || language === 'zh' ? language : 'en');
const { reading, headline, urgency, items } = engine.explain({ kind: 'text', text });

if (engine.isReport(reading)) {
  console.log(headline.text, urgency.text);
  for (const { plain } of items) {
    for (const { text: told, basis } of plain) {
      const words = basis.map(([start, end]) => text.slice(start, end)).join(' … ');
      console.log(`- ${told}\n  (${words})`);
    }
  }
} else {
  console.error('This does not look like a radiology report.');
  process.exitCode = 1;
}
