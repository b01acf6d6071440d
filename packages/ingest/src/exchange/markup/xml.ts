/** XML → a tree of elements, with limits; definitions of entities are never followed. */
import { Parser } from 'htmlparser2';
import { LIMITS } from '../../limits.ts';
import { Refusal } from '../../refusal.ts';
import { decodeMarkup } from './decode.ts';

export interface Element {
  /** without its prefix */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
}

interface Growing extends Element {
  readonly attributes: Map<string, string>;
  readonly children: (Element | string)[];
}

/** The root element. A file that stops short, defines entities, or is nested too deep is refused. */
export function parseXml(bytes: Uint8Array): Element {
  return parseXmlText(decodeMarkup(bytes));
}

export function parseXmlText(text: string): Element {
  const root: Growing = { name: '', attributes: new Map(), children: [] };
  const stack: Growing[] = [root];
  let attributes = new Map<string, string>();
  let count = 0;
  let ending = false;
  const parser = new Parser(
    {
      onprocessinginstruction(name, data) {
        if (name.toLowerCase().startsWith('!') && (data.includes('[') || /!entity/i.test(data)))
          throw new Refusal('unsafe');
      },
      onattribute(name, value) {
        attributes.set(bare(name), value);
        if (attributes.size > LIMITS.attributes) throw new Refusal('heavy-record');
      },
      onopentag(name) {
        count += 1;
        if (count > LIMITS.elements || stack.length > LIMITS.depth) throw new Refusal('heavy-record');
        const element: Growing = { name: bare(name), attributes, children: [] };
        attributes = new Map();
        stack.at(-1)?.children.push(element);
        stack.push(element);
      },
      ontext(piece) {
        stack.at(-1)?.children.push(piece);
        count += 1;
        if (count > LIMITS.elements) throw new Refusal('heavy-record');
      },
      onclosetag() {
        if (ending) throw new Refusal('broken-record');
        stack.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  ending = true;
  parser.end();
  const first = root.children.find((child) => typeof child !== 'string');
  if (first === undefined || typeof first === 'string') throw new Refusal('broken-record');
  return first;
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Elements right inside of this name. */
export const childrenOf = (element: Element | undefined, name: string): Element[] =>
  (element?.children ?? []).filter((child): child is Element => typeof child !== 'string' && child.name === name);

/** The first element on a path of names. */
export function childOf(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  let at = element;
  for (const name of path) at = childrenOf(at, name)[0];
  return at;
}

/** All characters inside, in order. */
export function textOf(element: Element | undefined): string {
  if (!element) return '';
  let text = '';
  const open: (Element | string)[] = [element];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') text += next;
    else if (next) for (let i = next.children.length - 1; i >= 0; i -= 1) open.push(next.children[i] ?? '');
  }
  return text;
}
