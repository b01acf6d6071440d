/** Markdown of an article or a page → HTML of our own components: citations, words with their meaning, words of a report. */
import type { Language } from '@readingscan/reader/languages';
import { Marked, type Token, type Tokens } from 'marked';
import { hrefOf } from '../../layout/href.ts';
import { heldTogether } from '../../layout/together.ts';
import { escaped } from '../escape.ts';
import type { Heading, Question } from '../types.ts';

export interface Rendered {
  readonly html: string;
  readonly headings: readonly Heading[];
  /** questions (`###` that end with a question mark) with what is said under them */
  readonly questions: readonly Question[];
  /** keys of sources in the order in which they are first cited */
  readonly cited: readonly string[];
  /** addresses of this site that are linked, without language */
  readonly links: readonly string[];
  /** paragraphs and list items as plain text: what reading ease is counted over */
  readonly texts: readonly string[];
  /** what must not stand in the text */
  readonly refused: readonly string[];
}

interface Settings {
  readonly language: Language;
  /** what a word of the glossary means, by its id */
  readonly meanings: ReadonlyMap<string, string>;
}

const GLOSSARY = '/glossary/';
const CITED = /^\[\^([a-z0-9-]+)\]/;

export function renderMarkdown(body: string, { language, meanings }: Settings): Rendered {
  const headings: Heading[] = [];
  const cited: string[] = [];
  const links: string[] = [];
  const refused: string[] = [];
  const tips = new Set<string>();
  const anchors = new Set<string>();

  const marked = new Marked({ gfm: true });
  marked.use({
    extensions: [
      {
        name: 'citation',
        level: 'inline',
        start: (text: string) => text.indexOf('[^'),
        tokenizer(text: string) {
          const match = CITED.exec(text);
          return match ? { type: 'citation', raw: match[0], key: match[1] } : undefined;
        },
        renderer(token) {
          const key = String(token['key']);
          if (!cited.includes(key)) cited.push(key);
          const number = cited.indexOf(key) + 1;
          return `<a class="cite" href="#source-${number}" aria-label="${SOURCE[language]} ${number}">${number}</a>`;
        },
      },
    ],
    renderer: {
      heading({ tokens, depth }) {
        const text = plainOf(tokens);
        const id = anchorFor(text, anchors, headings.length);
        if (depth === 2) headings.push({ id, text });
        else if (depth !== 3) refused.push(`a heading of level ${depth}`);
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      text(token) {
        if ('tokens' in token && token.tokens) return this.parser.parseInline(token.tokens);
        return heldTogether('escaped' in token && token.escaped ? token.text : escaped(token.text));
      },
      blockquote({ tokens }) {
        return `<blockquote class="report" lang="en">${this.parser.parse(tokens)}</blockquote>\n`;
      },
      html({ raw }) {
        if (raw.trim() !== '') refused.push(`HTML: ${raw.trim().slice(0, 40)}`);
        return '';
      },
      image({ href }) {
        refused.push(`an image: ${href}`);
        return '';
      },
      table({ header, rows }) {
        const row = (cells: readonly Tokens.TableCell[], cell: (at: number) => string, tag: 'th' | 'td'): string =>
          `<tr role="row">${cells.map(({ tokens }, at) => `<${tag}${cell(at)}>${this.parser.parseInline(tokens)}</${tag}>`).join('')}</tr>`;
        const labels = header.map(({ tokens }) => escaped(plainOf(tokens)));
        // a row of a wide table becomes a list on a phone: each cell says what it is, and all keep their roles
        const kind = header.length < WIDE ? 'table' : 'table wide';
        const head = row(header, () => ' role="columnheader" scope="col"', 'th');
        const all = rows.map((cells) => row(cells, (at) => ` role="cell" data-label="${labels[at] ?? ''}"`, 'td'));
        return `<div class="${kind}" tabindex="0" role="group" aria-label="${TABLE[language]}"><table role="table"><thead role="rowgroup">${head}</thead><tbody role="rowgroup">${all.join('')}</tbody></table></div>\n`;
      },
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        if (!href.startsWith('/')) {
          if (!href.startsWith('https://')) refused.push(`a link to ${href}`);
          return `<a href="${escaped(href)}" rel="noreferrer nofollow">${text}</a>`;
        }
        const [path = '', anchor] = href.split('#');
        links.push(path);
        const own = escaped(hrefOf(language, path) + (anchor === undefined ? '' : `#${anchor}`));
        const term = path.startsWith(GLOSSARY) ? path.slice(GLOSSARY.length) : null;
        const meaning = term === null ? undefined : meanings.get(term);
        if (term === null || meaning === undefined || tips.has(term)) return `<a href="${own}">${text}</a>`;
        tips.add(term);
        return `<span class="term-tip"><a class="term" href="${own}" aria-describedby="tip-${term}">${text}</a><span class="tip" role="tooltip" id="tip-${term}">${escaped(meaning)}</span></span>`;
      },
    },
  });
  const tokens = marked.lexer(body);
  const html = marked.parser(tokens);
  if (html.includes('**')) refused.push('bold marks that do not close (put the full stop behind them)');
  return { html, headings, questions: questionsOf(tokens), cited, links, texts: textsOf(tokens), refused };
}

/** columns that do not fit beside each other on a phone */
const WIDE = 4;
const SOURCE: Readonly<Record<Language, string>> = { en: 'Source', es: 'Fuente', zh: '来源' };
const TABLE: Readonly<Record<Language, string>> = { en: 'Table', es: 'Tabla', zh: '表格' };

/** Letters and digits of the heading; a heading without any (Chinese) by its place. */
function anchorFor(text: string, taken: Set<string>, place: number): string {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const name = words && words.join('').length > 3 ? words.join('-') : `part-${place + 1}`;
  let id = name;
  for (let again = 2; taken.has(id); again += 1) id = `${name}-${again}`;
  taken.add(id);
  return id;
}

/** Words of tokens, without marks and citations. */
export function plainOf(tokens: readonly Token[] | undefined): string {
  return (tokens ?? [])
    .map((token) => {
      if (token.type === 'citation') return '';
      if (token.type === 'br') return ' ';
      if ('tokens' in token && token.tokens) return plainOf(token.tokens);
      return 'text' in token ? String(token.text) : '';
    })
    .join('')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");
}

/** Paragraphs and list items; words of a report and tables are not ours to keep easy. */
function textsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token): string[] => {
    if (token.type === 'paragraph' || token.type === 'text') return [plainOf(token.tokens ?? [token])];
    if (token.type === 'list') return (token as Tokens.List).items.flatMap((item) => textsOf(item.tokens));
    return [];
  });
}

function questionsOf(tokens: readonly Token[]): Question[] {
  const found: { question: string; answer: string[] }[] = [];
  let open: { question: string; answer: string[] } | null = null;
  for (const token of tokens) {
    if (token.type === 'heading') {
      const question = plainOf(token.tokens);
      open = token['depth'] === 3 && /[?？]$/.test(question) ? { question, answer: [] } : null;
      if (open) found.push(open);
    } else open?.answer.push(...textsOf([token]));
  }
  return found.map(({ question, answer }) => ({ question, answer: answer.join(' ') }));
}
