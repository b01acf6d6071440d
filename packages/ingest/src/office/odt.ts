/** An OpenDocument text (ODT) → its text: paragraphs, lists with their numbers, tables; notes of others and deleted words left out. */
import { childOf, childrenOf, type Element, parseXml } from '../exchange/markup/xml.ts';
import { createFlow, type Flow } from './flow.ts';
import type { Package } from './package.ts';

const SKIPPED = new Set([
  'annotation',
  'annotation-end',
  'tracked-changes',
  'note',
  'sequence-decls',
  'forms',
  'image',
  'object',
  'table-of-content',
]);
const MOST_BLANKS = 100;

interface List {
  readonly style: string | undefined;
  readonly level: number;
  next: number;
}

export function readOdt(files: Package): string {
  const content = parseXml(files.need('content.xml'));
  const numbered = numberedStyles(childOf(content, 'automatic-styles'));
  const flow = createFlow();
  walk(childOf(content, 'body', 'text') ?? content, flow, numbered, []);
  return flow.text();
}

/** "L1 1": the first level of list style L1 counts. */
function numberedStyles(styles: Element | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  for (const style of childrenOf(styles, 'list-style'))
    for (const level of childrenOf(style, 'list-level-style-number'))
      if (level.attributes.get('num-format'))
        found.add(`${style.attributes.get('name')} ${level.attributes.get('level')}`);
  return found;
}

function walk(element: Element, flow: Flow, numbered: ReadonlySet<string>, lists: readonly List[]): void {
  for (const child of element.children) {
    if (typeof child === 'string') {
      if (
        ['p', 'h', 'span', 'a', 'title', 'subject', 'date', 'time'].includes(element.name) ||
        element.name.startsWith('user-')
      ) {
        flow.words(child.replace(/\s+/g, ' '));
      }
      continue;
    }
    if (SKIPPED.has(child.name)) continue;
    const deeper = () => walk(child, flow, numbered, lists);
    switch (child.name) {
      case 'p':
      case 'h':
        flow.block();
        deeper();
        flow.line();
        break;
      case 's':
        flow.kept(' '.repeat(Math.min(MOST_BLANKS, Number.parseInt(child.attributes.get('c') ?? '1', 10) || 1)));
        break;
      case 'tab':
        flow.kept('\t');
        break;
      case 'line-break':
        flow.line();
        break;
      case 'list': {
        const style = child.attributes.get('style-name') ?? lists.at(-1)?.style;
        walk(child, flow, numbered, [...lists, { style, level: lists.length + 1, next: 1 }]);
        break;
      }
      case 'list-item': {
        const list = lists.at(-1);
        flow.block();
        if (list) flow.mark(numbered.has(`${list.style} ${list.level}`) ? `${list.next}. ` : '- ');
        if (list) list.next += 1;
        deeper();
        flow.mark('');
        break;
      }
      case 'table-row':
        flow.openRow();
        deeper();
        flow.closeRow();
        break;
      case 'table-cell':
        flow.openCell();
        deeper();
        flow.closeCell();
        break;
      default:
        deeper();
    }
  }
}
