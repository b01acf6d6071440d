/** The outline as plain text, 78 columns wide. */
import type { Block } from './outline.ts';

const WIDTH = 78;

export function toText(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `${block.text}\n${'='.repeat(block.text.length)}`;
    case 'heading':
      return `${block.text}\n${'-'.repeat(block.text.length)}`;
    case 'paragraph':
      return wrap(block.text, '');
    case 'item':
      return [
        wrap(`${block.number}. ${block.lines.join(' ')}`, '   '),
        wrap(`In the report: “${block.quote}”`, '   ', '   '),
      ].join('\n');
    case 'list':
      return block.lines.map((line) => wrap(`- ${line}`, '  ')).join('\n');
    case 'pairs':
      return block.pairs.map(([name, text]) => wrap(`- ${name}: ${text}`, '  ')).join('\n');
  }
}

function wrap(text: string, indent: string, first = ''): string {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    if (line.trim() && line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = indent;
    }
    line += line.trim() ? ` ${word}` : word;
  }
  return [...lines, line].join('\n');
}
