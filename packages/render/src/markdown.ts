/** The outline as Markdown; words of the report are escaped, so that they stay words. */
import type { Block } from './blocks.ts';
import { wordsOf } from './words.ts';

const NOTE_LINES = 5;

const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');

export const toMarkdown = (blocks: readonly Block[], language: string): string =>
  `${blocks.map((block) => blockMarkdown(block, language)).join('\n\n')}\n`;

function blockMarkdown(block: Block, language: string): string {
  switch (block.kind) {
    case 'title':
      return `# ${escaped(block.text)}`;
    case 'heading':
      return `## ${escaped(block.text)}`;
    case 'paragraph':
    case 'small':
      return escaped(block.text);
    case 'notice':
      return `> ${escaped(block.text)}`;
    case 'headline':
    case 'urgency':
      return `**${escaped(block.text)}**`;
    case 'item':
      return `${block.number}. ${escaped([...block.lines, ...block.facts].join(wordsOf(language).gap))}\n\n   > ${escaped(block.quote)}`;
    case 'steps':
      return block.steps.map(({ text, when }) => `- ${escaped(text)}${when ? ` **${escaped(when)}**` : ''}`).join('\n');
    case 'list':
      return block.lines.map((line) => `- ${block.mark === 'box' ? '[ ] ' : ''}${escaped(line)}`).join('\n');
    case 'pairs':
      return block.pairs.map(([name, text]) => `- **${escaped(name)}**: ${escaped(text)}`).join('\n');
    case 'words':
      return block.words.map(escaped).join(' · ');
    case 'notes':
      return '\n---\n'.repeat(NOTE_LINES).trim();
    case 'report':
      return fenced(block.parts.map(({ text }) => text).join(''));
  }
}

/** Behind a fence longer than any in it, a text is kept letter by letter. */
function fenced(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
