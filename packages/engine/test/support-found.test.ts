/** What an impression item rests on: test/support-cases/statements.txt. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

interface Case {
  readonly title: string;
  readonly findings: readonly { readonly mark: string; readonly text: string }[];
  readonly items: readonly string[];
  readonly at: number;
}

const file = readFileSync(new URL('./support-cases/statements.txt', import.meta.url), 'utf8');

function caseIn(block: string): Case | null {
  const [title = '', ...lines] = block.split('\n').filter((line) => !line.startsWith('#') && line !== '');
  const last = lines.at(-1);
  if (!last) return null;
  return {
    title,
    findings: lines.slice(0, -1).map((line) => ({ mark: line.charAt(0), text: line.slice(2) })),
    items: last.replace(/^=\d?\s*/, '').split(' ; '),
    at: Number(/^=(\d)/.exec(last)?.[1] ?? 1),
  };
}

describe('an item rests on', () => {
  for (const one of file.split(/\n\s*\n/).flatMap((block) => caseIn(block) ?? []))
    it(one.title, () => {
      const items = one.items.map((text, i) => `${i + 1}. ${text}`).join('\n');
      const text = `FINDINGS:\n${one.findings.map((found) => found.text).join('\n')}\n\nIMPRESSION:\n${items}\n`;
      const { reading } = english().explain({ kind: 'text', text });
      const rests = reading.impression[one.at - 1]?.supportedBy ?? [];
      const spans = rests.flatMap((id) => reading.statements.find((statement) => statement.id === id)?.span ?? []);
      const isShown = (words: string): boolean => {
        const start = text.indexOf(words);
        for (let i = 0; i < spans.length; i += 2)
          if ((spans[i] ?? 0) < start + words.length && (spans[i + 1] ?? 0) > start) return true;
        return false;
      };
      const told = one.findings.map(({ mark, text: words }) =>
        mark === '.' ? `. ${words}` : `${isShown(words) ? '+' : '-'} ${words}`,
      );
      expect(told).toEqual(one.findings.map(({ mark, text: words }) => `${mark} ${words}`));
    });
});
