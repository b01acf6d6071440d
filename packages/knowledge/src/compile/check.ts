/** What schemas cannot see: unique ids and forms, references, reading ease, banned words. */
import { RESERVED } from '../form-lines.ts';
import { fleschKincaidGrade, wordsOf } from '../readability.ts';
import type { Loaded, LoadedEntry } from './load.ts';
import type { Problem } from './problem.ts';

const GRADE = 8;
const MEANS_WORDS = { concept: [4, 40], phrase: [4, 80] } as const;

export function check(loaded: Loaded): Problem[] {
  return [
    ...uniqueIds(loaded),
    ...uniqueForms(loaded),
    ...reserved(loaded),
    ...references(loaded),
    ...reading(loaded),
    ...banned(loaded),
    ...claims(loaded),
  ];
}

const text = (entry: LoadedEntry, field: string): string | undefined => {
  const value = entry.value[field];
  return typeof value === 'string' ? value : undefined;
};
const strings = (entry: LoadedEntry, field: string): string[] => {
  const value = entry.value[field];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
};
const at = (entry: LoadedEntry, field: string, message: string, repair: string): Problem => ({
  file: entry.file.name,
  line: entry.file.line(['entries', entry.index, field]),
  message,
  repair,
});
export const idOf = (entry: LoadedEntry): string =>
  text(entry, 'id') ?? text(entry, 'slug') ?? strings(entry, 'match')[0] ?? '';

function uniqueIds({ entries }: Loaded): Problem[] {
  const seen = new Map<string, LoadedEntry>();
  return entries.flatMap((entry) => {
    if (entry.layer === 'wording') return [];
    const key = `${entry.layer} ${idOf(entry)}`;
    const first = seen.get(key);
    if (!first) {
      seen.set(key, entry);
      return [];
    }
    return [
      at(
        entry,
        'id',
        `${key} stands already in ${first.file.name}`,
        'merge the two entries, or give this one another id',
      ),
    ];
  });
}

function uniqueForms({ entries }: Loaded): Problem[] {
  const seen = new Map<string, LoadedEntry>();
  return entries.flatMap((entry) => {
    const match = strings(entry, 'match');
    const exact = strings(entry, 'abbreviations');
    // letter by letter, "rt" and "Rt" are two
    const isOther = (form: string): boolean =>
      exact.filter((one) => one === form).length === 1 &&
      !match.some((one) => one.toLowerCase() === form.toLowerCase());
    return [...match, ...exact].flatMap((form) => {
      const key = `${entry.layer} ${form.toLowerCase().replace(/(?<=\w)[\s-]+(?=\w)/g, ' ')}`;
      const first = seen.get(key);
      if (!first || (first === entry && entry.layer !== 'wording')) {
        seen.set(key, entry);
        return first && !isOther(form)
          ? [at(entry, 'match', `"${form}" stands twice in ${idOf(entry)}`, 'remove one')]
          : [];
      }
      return [
        at(
          entry,
          'match',
          `"${form}" belongs already to ${idOf(first)} (${first.file.name})`,
          'remove it from one of the two',
        ),
      ];
    });
  });
}

/** Forms are shipped one behind the other. */
function reserved({ entries }: Loaded): Problem[] {
  return entries.flatMap((entry) =>
    [...strings(entry, 'match'), ...strings(entry, 'abbreviations')].flatMap((form) => {
      const mark = RESERVED.find((one) => form.includes(one));
      return mark
        ? [at(entry, 'match', `"${form}" holds ${JSON.stringify(mark)}, which divides forms`, 'write it without')]
        : [];
    }),
  );
}

function references({ entries }: Loaded): Problem[] {
  const concepts = new Set(entries.filter((e) => e.layer === 'concept').map(idOf));
  return entries.flatMap((entry) =>
    ['site', 'broader'].flatMap((field) => {
      const id = text(entry, field);
      return id && !concepts.has(id)
        ? [at(entry, field, `${field}: there is no concept ${id}`, 'correct the id or write that concept')]
        : [];
    }),
  );
}

function reading({ entries }: Loaded): Problem[] {
  return entries.flatMap((entry) => {
    const means = text(entry, 'means');
    if (!means) return [];
    const problems: Problem[] = [];
    const limits = entry.layer === 'phrase' ? MEANS_WORDS.phrase : MEANS_WORDS.concept;
    const count = wordsOf(means).length;
    if (count < limits[0] || count > limits[1])
      problems.push(
        at(entry, 'means', `${idOf(entry)}: means has ${count} words`, `use ${limits[0]} to ${limits[1]} words`),
      );
    const grade = fleschKincaidGrade([means]) ?? 0;
    if (grade > GRADE)
      problems.push(
        at(
          entry,
          'means',
          `${idOf(entry)}: means reads at grade ${grade.toFixed(1)}`,
          `use shorter words and sentences, grade ${GRADE} at most`,
        ),
      );
    return problems;
  });
}

const BOTH = /\b(?:both|bilateral)\b/i;
/** A side that is no part of a name: "left ventricle" and "left main coronary artery" are names. */
const SIDED = /\b(?:left|right)\b(?!.(?:ventric|atri|heart|anterior desc|main cor|circumflex|hemicolec|coronary))/i;

/** A plain name stands for its term in any sentence: it may not add a side or a count. */
function claims({ entries }: Loaded): Problem[] {
  return entries.flatMap((entry) => {
    if (entry.layer !== 'concept' || entry.value.laterality) return [];
    const both = text(entry, 'plain')?.includes('both');
    const sided = strings(entry, 'match').find((form) => (both ? false : BOTH.test(form)) || SIDED.test(form));
    if (sided) {
      const repair = 'leave the side out of the form, or give the entry its laterality';
      return [at(entry, 'match', `${idOf(entry)}: the form "${sided}" holds a side that the plain name loses`, repair)];
    }
    return ['plain', 'plural'].flatMap((field) => {
      const word = /\b(?:left|right|both|two|three|four|five|\d+)\b/.exec(text(entry, field) ?? '')?.[0];
      return word
        ? [
            at(
              entry,
              field,
              `${idOf(entry)}: the plain name says "${word}"`,
              'name it without a side or a number; the report gives those',
            ),
          ]
        : [];
    });
  });
}

function banned({ entries, lists }: Loaded): Problem[] {
  const words = (lists.banned ?? []).map((word) => word.toLowerCase());
  return entries.flatMap((entry) =>
    ['plain', 'plural', 'means', 'doesNotMean'].flatMap((field) => {
      const value = ` ${
        text(entry, field)
          ?.toLowerCase()
          .replace(/[^a-z']+/g, ' ') ?? ''
      } `;
      const word = words.find((banned) => value.includes(` ${banned} `));
      return word
        ? [
            at(
              entry,
              field,
              `${idOf(entry)}: "${word}" is banned for patients`,
              'say it without alarm, reassurance or jargon (data/en/lists/banned.yml)',
            ),
          ]
        : [];
    }),
  );
}
