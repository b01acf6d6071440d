/** Beside the wings, deidentify: the same text without names, dates and numbers that tell who it is about. */
import type { Deidentification } from '../deidentification.ts';
import { segment } from '../segment/segment.ts';
import type { Knowledge } from '../stages.ts';
import { cuesOf } from './cues.ts';
import { fieldsIn } from './fields.ts';
import { type Marked, resolved } from './marked.ts';
import { namesIn } from './names.ts';
import { headNumbersIn, shapedIn } from './patterns.ts';
import { placesIn } from './places.ts';

const HEAD = new Set(['patient', 'other']);

export function deidentify(text: string, knowledge: Knowledge): Deidentification {
  const cues = cuesOf(knowledge);
  const { tokens, sections, statements } = segment({ kind: 'text', text }, knowledge);
  const ranges = (codes: ReadonlySet<string>): (readonly [number, number])[] => {
    const ids = new Set(sections.filter(({ code }) => codes.has(code)).map(({ id }) => id));
    return statements.filter(({ section }) => ids.has(section)).map(({ from, to }) => [from, to] as const);
  };
  const head = ranges(HEAD);
  const shaped = [...shapedIn(text, cues), ...headNumbersIn(text, tokens, head, cues)];
  const fields = fieldsIn(text, tokens, cues);
  const places = placesIn(text, tokens, head, cues);
  const taken = [...shaped, ...fields, ...places];
  const names = namesIn({ text, tokens, alone: [...head, ...ranges(new Set(['signature']))] }, cues).filter(
    (name) => !taken.some((mark) => mark.start <= name.start && mark.end >= name.end),
  );
  const marks = resolved([...taken, ...names]);
  return {
    schema: 'readingscan.deidentification/1',
    text: replaced(text, marks),
    spans: marks.map(({ start, end, label }) => ({ span: [start, end], label, replacement: `[${label}]` })),
  };
}

function replaced(text: string, marks: readonly Marked[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, label } of marks) {
    out += `${text.slice(at, start)}[${label}]`;
    at = end;
  }
  return out + text.slice(at);
}
