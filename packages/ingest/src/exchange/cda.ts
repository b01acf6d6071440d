/** CDA and C-CDA documents → their narrative, section by section. Source: HL7 CDA R2 (narrative block), C-CDA R2.1 (Diagnostic Imaging Report). */
import { LIMITS } from '../limits.ts';
import { createFlow, type Flow } from '../office/flow.ts';
import { Refusal } from '../refusal.ts';
import { bytesOfBase64 } from './base64.ts';
import { type Found, isoDate, NOTHING } from './found.ts';
import { headingOf, under } from './headings.ts';
import { childOf, childrenOf, type Element, parseXml, textOf } from './markup/xml.ts';
import { reportWords } from './report-words.ts';
import { inflated } from './unpack.ts';

/** lists of pictures and the like, meant for machines */
const SKIPPED_SECTIONS = new Set(['121181', '55113-5']);
/** laboratory report; results of a summary, which may be of a scan or of a blood test */
const LABORATORY = new Set(['11502-2']);
const RESULTS = '30954-2';
const FEW_WORDS = 2;
const DEPTH = 12;

export function readCda(bytes: Uint8Array): Found[] {
  const root = parseXml(bytes);
  const document = root.name === 'ClinicalDocument' ? root : undefined;
  const holder = childOf(document, 'component') ?? root;
  const sections = sectionsIn(holder, 0);
  const text = sections
    .map((section) => told(section, 0))
    .filter((words) => words !== '')
    .join('\n\n');
  const isLaboratory = LABORATORY.has(codeOf(document) ?? '') || sections.every((one) => codeOf(one) === RESULTS);
  if (text !== '' && isLaboratory && reportWords(text) < FEW_WORDS) throw new Refusal('lab-result');
  const body = childOf(holder, 'nonXMLBody', 'text');
  const files = fileOf(body);
  if (text === '' && files.length === 0) {
    if (childOf(body, 'reference')) throw new Refusal('report-elsewhere');
    throw new Refusal(document || sections.length > 0 ? 'no-report-text' : 'other-record');
  }
  const appended = childrenOf(document, 'relatedDocument').some((one) => one.attributes.get('typeCode') === 'APND');
  return [
    {
      ...NOTHING,
      title: textOf(childOf(document, 'title')).replace(/\s+/g, ' ').trim() || null,
      date: studyDate(document),
      status: appended ? 'addendum' : null,
      text,
      files,
      filesFirst: text === '',
    },
  ];
}

const codeOf = (element: Element | undefined): string | undefined => childOf(element, 'code')?.attributes.get('code');

/** When the service was given that the document is about. */
function studyDate(document: Element | undefined): string | null {
  for (const about of childrenOf(document, 'documentationOf')) {
    const time = childOf(about, 'serviceEvent', 'effectiveTime');
    const date = isoDate(childOf(time, 'low')?.attributes.get('value') ?? time?.attributes.get('value'));
    if (date) return date;
  }
  return null;
}

/** The outermost sections, wherever they stand: a piece of a document may be handed on by itself. */
function sectionsIn(holder: Element, depth: number): Element[] {
  if (holder.name === 'section') return [holder];
  if (depth > DEPTH) return [];
  return holder.children.flatMap((child) => (typeof child === 'string' ? [] : sectionsIn(child, depth + 1)));
}

function told(section: Element, depth: number): string {
  const code = codeOf(section);
  if (depth > DEPTH || SKIPPED_SECTIONS.has(code ?? '')) return '';
  const title = textOf(childOf(section, 'title')).replace(/\s+/g, ' ').trim();
  const heading = headingOf(title || null, code);
  const words = narrative(childOf(section, 'text'));
  const inner = childrenOf(section, 'component').flatMap((one) =>
    childrenOf(one, 'section').map((child) => told(child, depth + 1)),
  );
  const own = under(heading, words);
  const blocks = [
    words === '' && heading && inner.some((block) => block !== '') ? `${heading.replace(/:$/, '')}:` : own,
    ...inner,
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function narrative(text: Element | undefined): string {
  if (!text) return '';
  const flow = createFlow();
  const plain = text.children.every((child) => typeof child === 'string' || child.name === 'br');
  walk(text, flow, plain, []);
  return flow.text();
}

interface List {
  readonly ordered: boolean;
  next: number;
}

/** Words of a section without any markup keep their lines: they are plain text put there as it was. */
function walk(element: Element, flow: Flow, plain: boolean, lists: readonly List[]): void {
  for (const child of element.children) {
    if (typeof child === 'string') {
      if (['tr', 'table', 'tbody', 'thead', 'list'].includes(element.name)) continue;
      if (plain && child.includes('\n'))
        for (const line of lined(child)) line === null ? flow.line() : flow.words(line);
      else flow.words(child);
      continue;
    }
    const deeper = () => walk(child, flow, plain, lists);
    switch (child.name) {
      case 'br':
        flow.line();
        break;
      case 'paragraph':
      case 'table':
        if (lists.length > 0) flow.block();
        else flow.gap();
        deeper();
        flow.block();
        break;
      case 'caption':
        flow.block();
        deeper();
        flow.block();
        break;
      case 'list':
        flow.block();
        walk(child, flow, plain, [...lists, { ordered: child.attributes.get('listType') === 'ordered', next: 1 }]);
        flow.block();
        break;
      case 'item': {
        const list = lists.at(-1);
        flow.block();
        flow.mark(list?.ordered ? `${list.next}. ` : '- ');
        if (list) list.next += 1;
        deeper();
        flow.mark('');
        flow.block();
        break;
      }
      case 'tr':
        flow.openRow();
        deeper();
        flow.closeRow();
        break;
      case 'td':
      case 'th':
        flow.openCell();
        deeper();
        flow.closeCell();
        break;
      case 'renderMultiMedia':
      case 'observationMedia':
        break;
      case 'content':
        // deleted in a revision
        if (
          child.attributes.get('revised') !== 'delete' &&
          !/\bxHidden\b|\bHidden\b/i.test(child.attributes.get('styleCode') ?? '')
        )
          deeper();
        break;
      default:
        deeper();
    }
  }
}

/** Lines, and null for each break between them. */
const lined = (text: string): (string | null)[] =>
  text
    .trim()
    .split(/\r\n?|\n/)
    .flatMap((line, index) => (index === 0 ? [line] : [null, line]));

/** A document that is a file put into the record. */
function fileOf(text: Element | undefined): Uint8Array[] {
  const words = textOf(text);
  if (!text || words.trim() === '') return [];
  if (text.attributes.get('representation') !== 'B64') return [new TextEncoder().encode(words.trim())];
  const bytes = bytesOfBase64(words);
  if (!bytes) return [];
  return [text.attributes.get('compression') === 'DF' ? inflated(bytes, LIMITS.entryBytes, 'heavy-record') : bytes];
}
