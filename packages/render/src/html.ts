/** Blocks as one HTML page without script, complete in itself: to keep, to mail, to print. */
import type { Block, Item, ReportPart } from './blocks.ts';
import { STYLE } from './html-style.ts';
import { wordsOf } from './words.ts';

/** Reports are read in English. */
const READ = 'en';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Signs that no XML may hold, and those that would be markup. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

export function toHtml(blocks: readonly Block[], language: string): string {
  const title = blocks.find((block) => block.kind === 'title')?.text ?? '';
  return [
    '<!doctype html>',
    `<html lang="${wordsOf(language).tag}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    `<body><main>\n${markup(blocks, language)}\n</main></body>`,
    '</html>\n',
  ].join('\n');
}

/** Well-formed as XML, and basic tags alone: what stands within the page, and in a FHIR narrative (R4, txt-1). Quotes lead to their words where these are in it. */
export function markup(blocks: readonly Block[], language: string): string {
  const hasReport = blocks.some(({ kind }) => kind === 'report');
  return blocks.map((block) => blockMarkup(block, language, hasReport)).join('\n');
}

function blockMarkup(block: Block, language: string, hasReport: boolean): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${escaped(block.text)}</h1>`;
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'notice':
    case 'headline':
    case 'small':
      return `<p class="${block.kind}">${escaped(block.text)}</p>`;
    case 'urgency':
      return `<p class="urgency ${block.tier}">${escaped(block.text)}</p>`;
    case 'item':
      return itemMarkup(block, language, hasReport);
    case 'steps':
      return listOf(
        'steps',
        block.steps.map(({ text, when }) => escaped(text) + (when ? ` <b>${escaped(when)}</b>` : '')),
      );
    case 'list':
      return listOf(block.mark, block.lines.map(escaped));
    case 'pairs':
      return `<dl>${block.pairs.map(([name, text]) => `<div><dt${read(language)}>${escaped(name)}</dt><dd>${escaped(text)}</dd></div>`).join('')}</dl>`;
    case 'words':
      return `<p class="report words"${read(language)}>${block.words.map(escaped).join(' · ')}</p>`;
    case 'notes':
      return '<div class="notes"></div>';
    case 'report':
      return `<pre class="report"${read(language)}>${block.parts.map(partMarkup).join('')}</pre>`;
  }
}

/** Words of the report, on a page in another language. */
const read = (language: string): string => (language === READ ? '' : ` lang="${READ}"`);

const listOf = (name: string, lines: readonly string[]): string =>
  `<ul class="${name}">${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;

function itemMarkup({ number, lines, facts, quote, anchor }: Item, language: string, hasReport: boolean): string {
  const { inTheReport, gap, tag } = wordsOf(language);
  const source = hasReport ? `<a href="#${escaped(anchor)}">${inTheReport}</a>` : inTheReport;
  return [
    `<div class="item"><p class="number">${number}</p>`,
    `<p class="lead">${lines.map(escaped).join(gap)}</p>`,
    facts.length ? `<p class="facts">${facts.map(escaped).join(gap)}</p>` : '',
    `<blockquote${read(language)}><p class="source" lang="${tag}">${source}</p>`,
    `<p class="report">${escaped(quote)}</p></blockquote></div>`,
  ].join('');
}

const partMarkup = ({ text, anchor }: ReportPart): string =>
  anchor === null ? escaped(text) : `<mark id="${escaped(anchor)}">${escaped(text)}</mark>`;
