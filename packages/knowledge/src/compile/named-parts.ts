/**
 * Names that hold their part of the body, told apart into both: "bowel obstruction" is an obstruction of the bowel too, and "dilated ureter" a ureter
 * that is dilated. Reports write them in either way, so that the written forms of a finding say where its general name, or a state, becomes it.
 */
import type { z } from 'zod';
import type { specializations } from '../schema/specializations.ts';
import type { ReadingKnowledge } from '../types.ts';
import type { LoadedEntry } from './load.ts';

type Specializations = z.infer<typeof specializations>;

export type NamedParts = ReadingKnowledge['named'];

export function namedParts(
  concepts: readonly LoadedEntry[],
  modifiers: readonly LoadedEntry[],
  { written, adjectives }: Pick<Specializations, 'written' | 'adjectives'>,
): NamedParts {
  const idOf = ({ value }: LoadedEntry): string => String(value.id);
  const indexOf = new Map(concepts.map((concept, index) => [idOf(concept), index]));
  const parts = formsOf(concepts, ({ kind }) => kind === 'anatomy');
  for (const { modifiers: ids, anatomy } of adjectives)
    for (const [form, at] of formsOf(modifiers, (one) => ids.includes(idOf(one)))) {
      const part = indexOf.get(anatomy);
      if (part !== undefined && at !== undefined && !parts.has(form)) parts.set(form, part);
    }
  const general = formsOf(concepts, ({ kind }) => kind === 'finding');
  const stated = formsOf(modifiers, ({ value }) => written.roles.some((role) => role === value.role));
  const unlike = new Set(
    written.unlike.flatMap(({ names, at }) => names.flatMap((name) => at.map((part) => `${name} ${part}`))),
  );
  const findings = new Triples();
  const states = new Triples();
  concepts.forEach((concept, finding) => {
    if (concept.kind !== 'finding') return;
    for (const form of writtenForms(concept))
      for (let space = form.indexOf(' '); space > 0; space = form.indexOf(' ', space + 1)) {
        const [before, behind] = [form.slice(0, space), form.slice(space + 1)];
        const isUnlike = (name: LoadedEntry | undefined, part: number): boolean =>
          name !== undefined && unlike.has(`${idOf(name)} ${idOf(concepts[part] ?? name)}`);
        const [part, name] = [parts.get(before), general.get(behind)];
        if (part !== undefined && name !== undefined && name !== finding && !isUnlike(concepts[name], part))
          findings.add(name, part, finding);
        const [state, organ] = [stated.get(before), parts.get(behind)];
        if (state !== undefined && organ !== undefined && !isUnlike(modifiers[state], organ))
          states.add(state, organ, finding);
      }
  });
  const degrees = degreesOf(modifiers, stated, written.degrees);
  for (const [degree, state] of degrees) states.repeat(state, degree);
  return { findings: findings.flat, states: states.flat };
}

/** Form, in small letters → index of the first entry that has it. */
function formsOf(entries: readonly LoadedEntry[], isMeant: (entry: LoadedEntry) => boolean): Map<string, number> {
  const forms = new Map<string, number>();
  entries.forEach((entry, index) => {
    if (isMeant(entry)) for (const form of writtenForms(entry)) if (!forms.has(form)) forms.set(form, index);
  });
  return forms;
}

const writtenForms = ({ value }: LoadedEntry): readonly string[] =>
  Array.isArray(value.match) ? value.match.map((form) => String(form).toLowerCase()) : [];

/** "Mildly dilated" → "dilated": modifiers of a degree and a state, by index. */
function degreesOf(
  modifiers: readonly LoadedEntry[],
  stated: ReadonlyMap<string, number>,
  roles: readonly string[],
): ReadonlyMap<number, number> {
  const degrees = formsOf(modifiers, ({ value }) => roles.some((role) => role === value.role));
  const found = new Map<number, number>();
  modifiers.forEach((modifier, index) => {
    for (const form of writtenForms(modifier)) {
      const space = form.indexOf(' ');
      const state = stated.get(form.slice(space + 1));
      if (space > 0 && state !== undefined && state !== index && degrees.has(form.slice(0, space)))
        found.set(index, state);
    }
  });
  return found;
}

/** The first that is told of two indexes counts. */
class Triples {
  readonly flat: number[] = [];
  readonly #known = new Set<string>();

  add(name: number, part: number, finding: number): void {
    const key = `${name} ${part}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.flat.push(name, part, finding);
  }

  /** What holds for one name holds for the other. */
  repeat(name: number, other: number): void {
    const { flat } = this;
    for (let at = 0, { length } = flat; at < length; at += 3)
      if (flat[at] === name) this.add(other, flat[at + 1] ?? 0, flat[at + 2] ?? 0);
  }
}
