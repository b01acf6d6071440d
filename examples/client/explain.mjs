// Has a ReadingScan server explain a report: node explain.mjs http://127.0.0.1:3000 report.pdf
import { readFileSync } from 'node:fs';
import { isProblemError, openClient } from '@readingscan/client';

const [, , url = 'http://127.0.0.1:3000', path = 'report.pdf'] = process.argv;
const { READINGSCAN_KEY: key } = process.env;
const client = openClient({ url, ...(key === undefined ? {} : { key }) });

try {
  const report = { files: [new Blob([readFileSync(path)])], language: /** @type {const} */ ('en') };
  const { headline, items } = await client.explain(report, { signal: AbortSignal.timeout(120_000) });
  console.log(headline.text);
  for (const { plain } of items) console.log(`- ${plain.map(({ text }) => text).join(' ')}`);
} catch (error) {
  if (!isProblemError(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
