/** Which words of reports the knowledge does not know, most frequent first. */
import { readFileSync } from 'node:fs';
import { createEngine } from '@readingscan/engine';

const SHOWN = 60; // unknown words in the table

interface Unknown {
  count: number;
  readonly reports: Set<number>;
}

/** `files`: texts, or JSON Lines with a `text` each. Shares of content words and of statements that are known, and a table of what is not. */
export function coverage(files: readonly string[]): string {
  if (files.length === 0)
    return 'usage: npm run knowledge -- coverage FILE…   (a text, or .jsonl with a text in each line)\n';
  const json = (part: string) => JSON.parse(readFileSync(`packages/knowledge/dist/en.${part}.json`, 'utf8'));
  const engine = createEngine(json('reading'), json('words'));
  const unknown = new Map<string, Unknown>();
  const total = { reports: 0, words: 0, understood: 0, statements: 0, known: 0 };
  for (const text of files.flatMap(textsOf)) {
    const { reading, notExplained } = engine.explain({ kind: 'text', text });
    const { contentWords, unknown: unread } = reading.coverage;
    // what is neither recognized nor put into plain words; names and dates of the head of a report need none
    const own = unread.filter(([start, end]) => notExplained.some(({ span }) => start < span[1] && span[0] < end));
    total.reports += 1;
    total.words += contentWords;
    total.understood += contentWords - own.length;
    total.statements += reading.statements.length;
    total.known += reading.statements.filter(
      ({ span }) => !own.some(([start, end]) => start < span[1] && span[0] < end),
    ).length;
    for (const [start, end] of own) {
      const word = text.slice(start, end).toLowerCase().replace(/\s+/g, ' ');
      const entry = unknown.get(word) ?? { count: 0, reports: new Set() };
      entry.count += 1;
      entry.reports.add(total.reports);
      unknown.set(word, entry);
    }
  }
  const rows = [...unknown].sort(([a, one], [b, other]) => other.count - one.count || a.localeCompare(b));
  return [
    `${total.reports} report(s), ${total.words} content words: ${percent(total.understood, total.words)} known`,
    `${total.statements} statements: ${percent(total.known, total.statements)} without an unknown word`,
    ...rows
      .slice(0, SHOWN)
      .map(
        ([word, { count, reports }]) => `${String(count).padStart(6)}  in ${String(reports.size).padStart(5)}  ${word}`,
      ),
    ...(rows.length > SHOWN ? [`and ${rows.length - SHOWN} more`] : []),
    '',
  ].join('\n');
}

const percent = (part: number, whole: number): string => `${whole === 0 ? 100 : ((100 * part) / whole).toFixed(1)} %`;

function textsOf(path: string): readonly string[] {
  const content = readFileSync(path, 'utf8');
  if (!path.endsWith('.jsonl')) return [content];
  return content.split('\n').flatMap((line) => {
    const text: unknown = line.trim() ? JSON.parse(line).text : undefined;
    return typeof text === 'string' ? [text] : [];
  });
}
