/** The outline as Markdown; words of the report are escaped, so that they stay words. */
import type { Block } from './outline.ts';
import { wordsOf } from './words.ts';

const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');

export const toMarkdown = (blocks: readonly Block[], language: string): string =>
  `${blocks.map((block) => blockMarkdown(block, language)).join('\n\n')}\n`;

function blockMarkdown(block: Block, language: string): string {
  switch (block.kind) {
    case 'title':
      return `# ${block.text}`;
    case 'heading':
      return `## ${block.text}`;
    case 'paragraph':
      return escaped(block.text);
    case 'item':
      return `${block.number}. ${escaped(block.lines.join(wordsOf(language).gap))}\n\n   > ${escaped(block.quote)}`;
    case 'list':
      return block.lines.map((line) => `- ${escaped(line)}`).join('\n');
    case 'pairs':
      return block.pairs.map(([name, text]) => `- **${escaped(name)}**: ${escaped(text)}`).join('\n');
  }
}
