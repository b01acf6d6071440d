/** What the observations of an order say → the words of its report. */
import { under } from '../headings.ts';
import type { Said } from './observation.ts';

/** words of a value that was sent as text */
const SHORT = 5;

/** Names that say no more than that this is the report. */
const EMPTY_NAME =
  /^(?:(?:full|final|radiology|imaging|diagnostic imaging|procedure) )?(?:report(?: text| body)?|narrative|text|body|document|result text)$/i;

/** Words in their order: a heading where the code changes, a name where several things are told apart. */
export function textOf(said: readonly Said[]): string {
  const told = said.filter(({ kind }) => kind !== 'file');
  const named = new Set(told.map(({ name }) => name).filter((name) => name !== '')).size > 1;
  const blocks: string[] = [];
  for (let at = 0; at < told.length; ) {
    const first = told[at];
    if (!first) break;
    let to = at + 1;
    while (to < told.length && together(first, told[to])) to += 1;
    const lines = told.slice(at, to);
    at = to;
    const words = lines.map(({ text }) => text).join('\n');
    if (words.trim() === '') blocks.push('');
    else if (first.heading) blocks.push(under(first.heading, words));
    else if (first.name !== '' && !EMPTY_NAME.test(first.name) && (named || first.kind === 'value'))
      blocks.push(labelled(first, lines));
    else blocks.push(words);
  }
  return blocks.join('\n').replace(/^\n+/, '');
}

const together = (one: Said, other: Said | undefined): boolean =>
  other !== undefined &&
  one.heading === other.heading &&
  (one.heading !== null || (one.name === other.name && one.kind === other.kind));

function labelled({ name, kind }: Said, lines: readonly Said[]): string {
  const texts = lines.map(({ text }) => text).filter((text) => text.trim() !== '');
  const isShort = texts.every((text) => !text.includes('\n') && text.split(' ').length <= SHORT);
  if (kind === 'value' || isShort) return texts.map((text) => `${name}: ${text.replaceAll('\n', ', ')}`).join('\n');
  const words = texts.join('\n');
  return words.includes('\n') ? `${name}:\n${words}` : `${name}: ${words}`;
}
