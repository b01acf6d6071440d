/** The content tree of a structured report → lines of text in its order, containers as headings. */
import { headingOf, headingOfCode, isHeading, under } from '../headings.ts';
import type { Node } from './content.ts';

/** Pictures, curves, regions and identifiers say nothing in words. */
const SILENT = new Set(['IMAGE', 'COMPOSITE', 'WAVEFORM', 'SCOORD', 'SCOORD3D', 'TCOORD', 'UIDREF', 'TABLE']);
/** who observed, and with what: about the report, not about the patient */
const AROUND = new Set(['HAS OBS CONTEXT', 'HAS ACQ CONTEXT', 'SELECTED FROM']);
/** language, country, numbers, trackers and algorithms for machines, lists of pictures */
const SILENT_CODES = new Set('121049 121046 112039 112040 121181 121180 113014 111000 111001 111002 111003'.split(' '));
/** Names of items that say no more than their section does. */
const EMPTY_NAME =
  /^(?:text(?: code)?|code|(?:sample|report) (?:text|code)|findings?|impressions?|conclusions?|recommendations?|history|request|summary|(?:current |prior )?procedure descriptions?|narrative|comment|previous findings?|addendum|indications? for procedure|section heading)$/i;

export function toldBy(root: Node): string {
  return childrenOf(root, null)
    .join(root.continuous ? ' ' : '\n')
    .trim();
}

/** The blocks of the children; those of one heading stand below it together. */
function childrenOf(node: Node, above: string | null): string[] {
  const blocks: string[] = [];
  let last = above;
  for (const child of node.children) {
    const heading = child.type === 'CONTAINER' || node.continuous ? null : headingOfCode(child.code);
    const words = blockOf(child, above, node.continuous);
    if (words === '') continue;
    blocks.push(heading !== null && heading !== last ? `\n${under(heading, words)}` : words);
    last = heading ?? above;
  }
  return blocks;
}

function blockOf(node: Node, above: string | null, inline: boolean): string {
  if (SILENT.has(node.type) || AROUND.has(node.relation) || SILENT_CODES.has(node.code)) return '';
  if (node.type === 'CONTAINER') return containerOf(node, above);
  const isModifier = ({ relation }: Node) => relation === 'HAS CONCEPT MOD';
  const own = itemOf(node, inline);
  const modifiers = node.children
    .filter(isModifier)
    .map(modifierOf)
    .filter((text) => text !== '');
  const said = own !== '' && modifiers.length > 0 ? `${own} (${modifiers.join(', ')})` : own;
  const rest = childrenOf(
    { ...node, continuous: false, children: node.children.filter((child) => !isModifier(child)) },
    headingOfCode(node.code),
  );
  return [said, ...rest].filter((text) => text !== '').join('\n');
}

function containerOf(node: Node, above: string | null): string {
  const heading = headingOf(node.name || null, node.code);
  const code = headingOfCode(node.code);
  const words = childrenOf(node, code ?? above)
    .join(node.continuous ? ' ' : '\n')
    .replace(/^\n+/, '');
  if (words === '') return '';
  return node.name === '' || (EMPTY_NAME.test(node.name) && !isHeading(node.name) && code === null)
    ? words
    : `\n${under(heading, words)}`;
}

/** "Diameter: 12 mm"; prose stands alone where its name says nothing. */
function itemOf({ type, name, value, unit }: Node, inline: boolean): string {
  if (value === '') return '';
  const words = type === 'NUM' && unit !== '' ? `${value} ${unit}` : value;
  if (inline || name === '' || EMPTY_NAME.test(name)) return words;
  return words.includes('\n') ? `${name}:\n${words}` : `${name}: ${words}`;
}

function modifierOf({ name, code, value, unit }: Node): string {
  if (value === '' || SILENT_CODES.has(code)) return '';
  const words = unit === '' ? value : `${value} ${unit}`;
  return EMPTY_NAME.test(name) || name === '' ? words : `${name.toLowerCase()}: ${words}`;
}
