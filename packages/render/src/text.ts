/** The outline as plain text, 78 columns wide. */
import type { Block } from './blocks.ts';
import { PIECES } from './pieces.ts';
import { wordsOf } from './words.ts';

const WIDTH = 78;
const NOTE_LINES = 5;

export function toText(blocks: readonly Block[], language: string): string {
  return `${blocks.map((block) => blockText(block, language)).join('\n\n')}\n`;
}

function blockText(block: Block, language: string): string {
  switch (block.kind) {
    case 'title':
      return `${block.text}\n${'='.repeat(widthOf(block.text))}`;
    case 'heading':
      return `${block.text}\n${'-'.repeat(widthOf(block.text))}`;
    case 'paragraph':
    case 'notice':
    case 'headline':
    case 'urgency':
    case 'small':
      return wrap(block.text, '');
    case 'item': {
      const { inTheReport, quotes, gap } = wordsOf(language);
      return [
        wrap(`${block.number}. ${[...block.lines, ...block.facts].join(gap)}`, '   '),
        wrap(`${inTheReport}${gap}${quotes[0]}${block.quote}${quotes[1]}`, '   ', '   '),
      ].join('\n');
    }
    case 'steps':
      return block.steps.map(({ text, when }) => wrap(`- ${when ? `${text} (${when})` : text}`, '  ')).join('\n');
    case 'list':
      return block.lines.map((line) => wrap(`- ${line}`, '  ')).join('\n');
    case 'pairs':
      return block.pairs.map(([name, text]) => wrap(`- ${name}: ${text}`, '  ')).join('\n');
    case 'words':
      return wrap(block.words.join(' · '), '');
    case 'notes':
      return Array.from({ length: NOTE_LINES }, () => '_'.repeat(WIDTH)).join('\n\n');
    case 'report':
      return block.parts.map(({ text }) => text).join('');
  }
}

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u;

const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);

function wrap(text: string, indent: string, first = ''): string {
  const lines: string[] = [];
  let line = first;
  let width = first.length;
  for (const [piece] of text.matchAll(PIECES)) {
    const own = widthOf(piece);
    if (line.trim() && width + own > WIDTH) {
      lines.push(line);
      line = indent;
      width = indent.length;
    }
    const added = line.trim() ? piece : piece.trimStart();
    line += added;
    width += added === piece ? own : widthOf(added);
  }
  return [...lines, line].join('\n');
}
