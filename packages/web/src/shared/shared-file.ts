/** What is sealed in a link: the least that draws the result, in each language, so that whoever opens it loads neither the engine nor its knowledge. */
import type { Explanation, Reading } from '@readingscan/engine';
import { LANGUAGES, type Language, READ } from '@readingscan/reader/languages';
import { ownSentences } from './own-sentences.ts';

/** An explanation beside its reading, which is the same in every language. */
type Told = Omit<Explanation, 'reading'>;

export interface SharedFile {
  readonly schema: 'readingscan.shared/1';
  /** whom it is for, as the person wrote it; '' where they did not */
  readonly to: string;
  /** the report's own words are in it */
  readonly hasReport: boolean;
  readonly reading: Reading;
  readonly told: Readonly<Record<Language, Told>>;
  /** JPEG in base64, in the order of the pages */
  readonly pictures: readonly string[];
}

export interface ToShare {
  readonly to: string;
  readonly explanations: Readonly<Record<Language, Explanation>>;
  /** null: without the report, of which no sentence is to be in it */
  readonly pictures: readonly string[] | null;
}

export const LONGEST_TO = 80;

export function sharedFile({ to, explanations, pictures }: ToShare): SharedFile {
  const hasReport = pictures !== null;
  const drawn = (one: Explanation): Explanation =>
    hasReport ? { ...one, reading: shownOf(one.reading, pictures.length > 0) } : ownSentences(one);
  const all = each((language) => drawn(explanations[language]));
  return {
    schema: 'readingscan.shared/1',
    to: to.trim().slice(0, LONGEST_TO),
    hasReport,
    reading: all[READ].reading,
    told: each((language) => toldOf(all[language])),
    pictures: pictures ?? [],
  };
}

export const explanationIn = ({ reading, told }: SharedFile, language: Language): Explanation => ({
  ...told[language],
  reading,
});

export const bytesOfShared = (file: SharedFile): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(file));

/** What opens was sealed by `sealShared`: one boundary. */
export const sharedOf = (bytes: Uint8Array): SharedFile => JSON.parse(new TextDecoder().decode(bytes)) as SharedFile;

/** What no page draws stays at home, and so do the places of words on pages that are not shown. */
function shownOf(reading: Reading, hasPictures: boolean): Reading {
  const { pages, words, ...source } = reading.source;
  const placed = hasPictures && pages && words ? { pages, words } : {};
  const coverage = { contentWords: 0, understood: 0, unknown: [] };
  return { ...reading, source: { ...source, ...placed }, scores: [], checks: [], warnings: [], coverage };
}

const toldOf = ({ reading: _, ...told }: Explanation): Told => told;

function each<T>(of: (language: Language) => T): Readonly<Record<Language, T>> {
  // every language has its own
  return Object.fromEntries(LANGUAGES.map((language) => [language, of(language)])) as Record<Language, T>;
}
