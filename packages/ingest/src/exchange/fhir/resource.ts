/** FHIR in JSON or XML → one shape, with ways to walk it that hold for both: a name leads to a list, whatever the file makes of it. */
import { LIMITS } from '../../limits.ts';
import { Refusal } from '../../refusal.ts';
import { decodeMarkup } from '../markup/decode.ts';
import { type Element, parseXmlText } from '../markup/xml.ts';

export type Json = string | number | boolean | null | readonly Json[] | Resource;
export interface Resource {
  readonly [name: string]: Json;
}

/** The resources of a file: one, or those of a file with one in each line. */
export function parseFhir(bytes: Uint8Array): Resource[] {
  const text = decodeMarkup(bytes).trim();
  if (text.startsWith('<')) return [resourceOf(parseXmlText(text))];
  weigh(text);
  const whole = parseJson(text);
  if (whole !== undefined) return list(whole).filter(isResource);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const found = lines.map(parseJson);
  if (lines.length < 2 || found.includes(undefined)) throw new Refusal('broken-record');
  return found.flatMap((one) => list(one)).filter(isResource);
}

/** Undefined where the text is no JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Values are counted before they are made. */
export function weigh(text: string): void {
  let [count, depth] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x2c) count += 1;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      count += 1;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
    if (count > LIMITS.elements * 2 || depth > LIMITS.depth * 10) throw new Refusal('heavy-record');
  }
}

export const isResource = (json: Json | undefined): json is Resource =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const list = (json: Json | undefined): readonly Json[] =>
  json === undefined || json === null ? [] : isList(json) ? json : [json];
const isList = (json: Json): json is readonly Json[] => Array.isArray(json);

/** All that a path of names leads to. */
export function all(from: Json | undefined, ...path: readonly string[]): readonly Json[] {
  let found = list(from);
  for (const name of path)
    found = found.flatMap((one) => (isResource(one) && Object.hasOwn(one, name) ? list(one[name]) : []));
  return found;
}

/** The first text that a path leads to; '' where there is none. */
export function textAt(from: Json | undefined, ...path: readonly string[]): string {
  for (const one of all(from, ...path))
    if (typeof one === 'string' || typeof one === 'number') return String(one).trim();
  return '';
}

export const resources = (from: Json | undefined, ...path: readonly string[]): Resource[] =>
  all(from, ...path).filter(isResource);

/** The words of a CodeableConcept: its text, else the first name of a code. */
export function wordsOf(concept: Json | undefined): string {
  return (
    textAt(concept, 'text') ||
    textAt(concept, 'coding', 'display') ||
    textAt(concept, 'concept', 'text') ||
    textAt(concept, 'concept', 'coding', 'display')
  );
}

export const codesOf = (concept: Json | undefined): string[] =>
  all(concept, 'coding', 'code').flatMap((code) => (typeof code === 'string' ? [code] : []));

/** XML: `value` attributes are values, names that come again are lists, a narrative is kept as markup. */
function resourceOf(element: Element): Resource {
  return { resourceType: element.name, ...fieldsOf(element) };
}

function fieldsOf(element: Element): Resource {
  const fields = new Map<string, Json[]>();
  for (const [name, value] of element.attributes) if (name !== 'xmlns' && name !== 'value') put(fields, name, value);
  for (const child of element.children) if (typeof child !== 'string') put(fields, child.name, jsonOf(child));
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? null)]),
  );
}

function jsonOf(element: Element): Json {
  if (element.name === 'div') return markupOf(element);
  const inner = element.children.find((child): child is Element => typeof child !== 'string');
  if ((element.name === 'resource' || element.name === 'contained') && inner) return resourceOf(inner);
  const value = element.attributes.get('value');
  return inner || value === undefined ? fieldsOf(element) : value;
}

function put(fields: Map<string, Json[]>, name: string, value: Json): void {
  if (name === '__proto__') return;
  const values = fields.get(name);
  if (values) values.push(value);
  else fields.set(name, [value]);
}

function markupOf(element: Element): string {
  const inside = element.children
    .map((child) => (typeof child === 'string' ? escaped(child) : markupOf(child)))
    .join('');
  const attributes = [...element.attributes]
    .filter(([name]) => ['style', 'hidden', 'start', 'value'].includes(name))
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  return ['br', 'hr', 'img'].includes(element.name)
    ? `<${element.name}${attributes}>`
    : `<${element.name}${attributes}>${inside}</${element.name}>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
