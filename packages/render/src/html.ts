/** The outline as one HTML page without script, for mail and print. */
import type { Block } from './outline.ts';
import { wordsOf } from './words.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

const STYLE =
  'body{font:18px/1.55 system-ui,sans-serif;max-width:38em;margin:2em auto;padding:0 1em}blockquote{font-family:serif;margin:.5em 0;padding-left:1em;border-left:3px solid #e3dece}';

export function toHtml(blocks: readonly Block[], language: string): string {
  const title = blocks.find((block) => block.kind === 'title');
  return `<!doctype html><html lang="${escaped(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title?.kind === 'title' ? title.text : '')}</title><style>${STYLE}</style><main>\n${blocks.map((block) => blockHtml(block, language)).join('\n')}\n</main></html>\n`;
}

function blockHtml(block: Block, language: string): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${escaped(block.text)}</h1>`;
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'item':
      return `<section><p>${block.number}. ${block.lines.map(escaped).join(wordsOf(language).gap)}</p><blockquote>${escaped(block.quote)}</blockquote></section>`;
    case 'list':
      return `<ul>${block.lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`;
    case 'pairs':
      return `<dl>${block.pairs.map(([name, text]) => `<dt>${escaped(name)}</dt><dd>${escaped(text)}</dd>`).join('')}</dl>`;
  }
}
