/** A Word document (DOCX) → its text: paragraphs with their numbers, tables, text boxes and the head of the page; deleted and hidden words left out. */
import { childOf, childrenOf, type Element, parseXml } from '../exchange/markup/xml.ts';
import { type Counter, numberingOf } from './docx-numbering.ts';
import { createFlow, type Flow } from './flow.ts';
import type { Package } from './package.ts';

const SKIPPED = new Set(
  'del moveFrom delText instrText delInstrText pPr sectPr tblPr tblGrid trPr tcPr sdtPr sdtEndPr Fallback footnoteReference endnoteReference commentReference fldData ruby bookmarkStart bookmarkEnd proofErr pict object'.split(
    ' ',
  ),
);
const MOST_HEADERS = 3;

export function readDocx(files: Package): string {
  const main = files.path(mainPart(files)) ?? files.need('word/document.xml');
  const document = parseXml(main);
  const counter = numberingOf(files.path('word/numbering.xml'), files.path('word/styles.xml'));
  const flow = createFlow();
  for (const header of headersOf(files, document)) {
    walk(header, flow, counter);
    flow.gap();
  }
  walk(document, flow, counter);
  return flow.text();
}

function mainPart(files: Package): string {
  const rels = files.path('_rels/.rels');
  if (!rels) return 'word/document.xml';
  const target = childrenOf(parseXml(rels), 'Relationship').find((one) =>
    (one.attributes.get('Type') ?? '').endsWith('/officeDocument'),
  );
  return (target?.attributes.get('Target') ?? 'word/document.xml').replace(/^\//, '');
}

/** What stands at the head of the first page, as the first section names it. */
function headersOf(files: Package, document: Element): Element[] {
  const rels = files.path('word/_rels/document.xml.rels');
  if (!rels) return [];
  const targets = new Map(
    childrenOf(parseXml(rels), 'Relationship').map((one) => [one.attributes.get('Id'), one.attributes.get('Target')]),
  );
  const section = firstSection(document);
  if (!section) return [];
  const references = childrenOf(section, 'headerReference');
  const type = childOf(section, 'titlePg') ? 'first' : 'default';
  return references
    .filter((one) => (one.attributes.get('type') ?? 'default') === type)
    .slice(0, MOST_HEADERS)
    .flatMap((one) => {
      const target = targets.get(one.attributes.get('id'));
      const bytes = target === undefined ? null : files.path(`word/${target.replace(/^\/?(?:word\/)?/, '')}`);
      return bytes ? [parseXml(bytes)] : [];
    });
}

function firstSection(document: Element): Element | undefined {
  const body = childOf(document, 'body');
  for (const paragraph of childrenOf(body, 'p')) {
    const section = childOf(paragraph, 'pPr', 'sectPr');
    if (section) return section;
  }
  return childOf(body, 'sectPr');
}

function walk(element: Element, flow: Flow, counter: Counter): void {
  for (const child of element.children) {
    if (typeof child === 'string' || SKIPPED.has(child.name)) continue;
    switch (child.name) {
      case 'p':
        paragraph(child, flow, counter);
        break;
      case 'r':
        if (!isOff(childOf(child, 'rPr', 'vanish'))) walk(child, flow, counter);
        break;
      case 't':
        for (const text of child.children) if (typeof text === 'string') flow.kept(text.replace(/[\r\n]+/g, ' '));
        break;
      case 'tab':
      case 'ptab':
        flow.kept('\t');
        break;
      case 'br':
      case 'cr':
        flow.line();
        break;
      case 'noBreakHyphen':
        flow.kept('-');
        break;
      case 'sym':
        flow.kept(symbolOf(child));
        break;
      case 'tr':
        if (childOf(child, 'trPr', 'del')) break;
        flow.openRow();
        walk(child, flow, counter);
        flow.closeRow();
        break;
      case 'tc':
        flow.openCell();
        walk(child, flow, counter);
        flow.closeCell();
        break;
      case 'tbl':
      case 'txbxContent':
        flow.block();
        walk(child, flow, counter);
        flow.block();
        break;
      default:
        walk(child, flow, counter);
    }
  }
}

function paragraph(element: Element, flow: Flow, counter: Counter): void {
  flow.block();
  const mark = counter(childOf(element, 'pPr'));
  if (mark !== '') flow.mark(mark);
  walk(element, flow, counter);
  flow.mark('');
  flow.line();
}

/** A property that is there holds, unless it says otherwise. */
function isOff(property: Element | undefined): boolean {
  return property !== undefined && !['0', 'false', 'off'].includes(property.attributes.get('val') ?? '');
}

/** Signs of symbol fonts that reports use. */
const SYMBOLS: Readonly<Record<string, string>> = {
  F0B0: '\u00b0',
  F0B1: '\u00b1',
  F0A3: '\u2264',
  F0B3: '\u2265',
  F0B4: '\u00d7',
  F06D: '\u00b5',
  F0B7: '\u2022',
  F0FC: '\u2713',
  F0FE: '\u2612',
  F0A8: '\u2610',
  F0E0: '\u2192',
};

function symbolOf(element: Element): string {
  return SYMBOLS[(element.attributes.get('char') ?? '').toUpperCase()] ?? ' ';
}
