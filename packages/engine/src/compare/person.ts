/** Compare: whether readings are of one person, by the name and the birth date that they state. */
import type { Reading } from '../document.ts';
import { alike, labelledValues } from '../segment/labelled-values.ts';
import { vocabularyOf } from '../segment/vocabulary.ts';
import type { Knowledge } from '../stages.ts';
import { tokenize } from '../token.ts';

const NAMES = new Set(['name', 'patient name', 'patient', 'pt name', 'pt']);

interface Person {
  readonly name: readonly string[] | null;
  /** day, month and year in no order: the way a date is written differs */
  readonly birth: string | null;
}

/** False only where two reports name people who cannot be one. */
export function isOnePerson(readings: readonly Reading[], knowledge: Knowledge): boolean {
  const people = readings.map((reading) => personOf(reading, knowledge));
  const names = people.flatMap(({ name }) => (name ? [name] : []));
  const births = people.flatMap(({ birth }) => birth ?? []);
  const first = names[0];
  return (
    (!first || names.every((name) => alike(name, first) || alike(first, name))) &&
    births.every((birth) => birth === births[0])
  );
}

function personOf({ source: { text } }: Reading, knowledge: Knowledge): Person {
  const words = vocabularyOf(knowledge);
  const tokens = tokenize(text, knowledge.book);
  const { comparison, study } = knowledge.reading.documents;
  const name = labelledValues(text, tokens, words, NAMES, 5)[0]?.value ?? null;
  const written = labelledValues(text, tokens, words, new Set(comparison.birth), 6)[0]?.value;
  const months: Readonly<Record<string, number>> = study.calendar.months;
  const numbers = written?.flatMap((word) =>
    months[word] ? [months[word]] : word.split(/\D+/).filter(Boolean).map(Number),
  );
  const birth =
    numbers && numbers.length === 3
      ? numbers
          .map((n) => (n && n > 99 ? n % 100 : n))
          .sort((a = 0, b = 0) => a - b)
          .join('-')
      : null;
  return { name, birth };
}
