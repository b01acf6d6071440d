/** Sheets on which a clinician signs entries away from the code: one row for each entry of a file, and the marks read back into the YAML. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { parse as parseYaml } from 'yaml';

const COLUMNS = ['file', 'id', 'written', 'plain', 'means', 'other', 'reviewed by', 'date', 'note'] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;
type Entry = Readonly<Record<string, unknown>>;

/** CSV of the entries of YAML files, with empty columns for name, date and note; entries that are signed keep their mark. */
export function reviewSheet(files: readonly string[]): string {
  if (files.length === 0)
    return 'usage: npm run knowledge -- review packages/knowledge/data/en/findings/chest.yml > sheet.csv\n';
  const rows = files.flatMap((file) => {
    const { entries = [] } = parseYaml(readFileSync(file, 'utf8')) as { entries?: readonly Entry[] };
    return entries.map((entry) => rowOf(file, entry));
  });
  return stringify(rows, { header: true, columns: [...COLUMNS] });
}

function rowOf(file: string, entry: Entry): Row {
  const { id, slug, system, match, name, plain, answer, means, what, reviewed } = entry;
  const { doesNotMean, significance, categories, seen, next, falseFriends } = entry;
  const mark = (reviewed && typeof reviewed === 'object' ? reviewed : {}) as { by?: string; date?: string };
  return {
    file,
    id: String(id ?? slug ?? system),
    written: Array.isArray(match) ? match.join(', ') : String(name ?? ''),
    plain: String(plain ?? answer ?? ''),
    means: String(means ?? what ?? ''),
    other: [doesNotMean, significance, categories, seen, next, falseFriends].filter(Boolean).map(written).join(' · '),
    'reviewed by': mark.by ?? '',
    date: mark.date ?? '',
    note: '',
  };
}

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Writes the marks of sheets into the YAML files that they name; what else a row holds is not taken over. Says what was signed, and each note. */
export function sign(sheets: readonly string[]): string {
  if (sheets.length === 0) return 'usage: npm run knowledge -- sign sheet.csv\n';
  const lines: string[] = [];
  for (const sheet of sheets) {
    const rows = parseCsv(readFileSync(sheet, 'utf8'), { columns: true, bom: true, trim: true }) as readonly Row[];
    for (const row of rows) {
      if (row.note) lines.push(`note on ${row.id}: ${row.note}`);
      if (row['reviewed by']) lines.push(signed(row));
    }
  }
  return `${lines.join('\n')}\n`;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

function signed(row: Row): string {
  const by = row['reviewed by'];
  if (!DATE.test(row.date)) return `${row.id}: not signed, the date must be like 2026-11-28`;
  const text = readFileSync(row.file, 'utf8');
  const marked = withMark(text, row.id, `{ by: ${JSON.stringify(by)}, date: ${row.date} }`);
  if (marked === null) return `${row.id}: not signed, ${row.file} has no such entry`;
  if (marked !== text) writeFileSync(row.file, marked);
  return `${row.id}: signed by ${by}`;
}

/** The text with the mark of one entry, all else untouched; null where there is no such entry. */
export function withMark(text: string, id: string, mark: string): string | null {
  const lines = text.split('\n');
  const names = ['id', 'slug', 'system'].flatMap((field) => [`${field}: ${id}`, `${field}: "${id}"`]);
  const at = lines.findIndex((line) =>
    names.some(
      (name) => line === `  - ${name}` || line.startsWith(`  - { ${name},`) || line.startsWith(`  - { ${name} }`),
    ),
  );
  const own = lines[at];
  if (own === undefined) return null;
  if (own.startsWith('  - {')) {
    const bare = own.replace(/, reviewed: (?:no|\{[^}]*\})/, '');
    lines[at] = bare.replace(/ \}$/, `, reviewed: ${mark} }`);
    return lines.join('\n');
  }
  let end = at + 1;
  while (end < lines.length && !lines[end]?.startsWith('  - ')) end += 1;
  const old = lines.findIndex((line, place) => place > at && place < end && line.startsWith('    reviewed:'));
  if (old >= 0) lines[old] = `    reviewed: ${mark}`;
  else lines.splice(at + 1, 0, `    reviewed: ${mark}`);
  return lines.join('\n');
}
