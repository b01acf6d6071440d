/** The outline as Markdown; words of the report are escaped, so that they stay words. */
import type { Block } from './outline.ts';

const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');

export const toMarkdown = (blocks: readonly Block[]): string => `${blocks.map(blockMarkdown).join('\n\n')}\n`;

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${block.text}`;
    case 'heading':
      return `## ${block.text}`;
    case 'paragraph':
      return escaped(block.text);
    case 'item':
      return `${block.number}. ${escaped(block.lines.join(' '))}\n\n   > ${escaped(block.quote)}`;
    case 'list':
      return block.lines.map((line) => `- ${escaped(line)}`).join('\n');
    case 'pairs':
      return block.pairs.map(([name, text]) => `- **${escaped(name)}**: ${escaped(text)}`).join('\n');
  }
}
