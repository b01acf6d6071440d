/** The command line as typed → command, files and options, or a usage error. */
import { parseArgs } from 'node:util';
import { isLanguage, LANGUAGES, type Language, READ } from '@readingscan/reader/languages';
import { Usage } from './failure.ts';

export const FORMATS = ['json', 'text', 'markdown', 'html', 'pdf', 'fhir', 'ics'] as const;
export type Format = (typeof FORMATS)[number];

export interface Arguments {
  readonly command: string | undefined;
  readonly files: readonly string[];
  readonly format: Format;
  readonly language: Language;
  readonly level: 'plain' | 'standard';
  readonly region: string | undefined;
  readonly report: number | undefined;
  readonly passwordFile: string | undefined;
  readonly jobs: number;
  readonly output: string | undefined;
  readonly quiet: boolean;
  readonly version: boolean;
  readonly help: boolean;
  readonly list: boolean;
  readonly sheet: boolean;
  readonly replace: boolean;
  readonly deletions: string | undefined;
}

export function parse(argv: readonly string[]): Arguments {
  const { values, positionals } = parsed(argv);
  const [command, ...files] = positionals;
  const format = FORMATS.find(
    (name) => name === (values.format ?? (process.stdout.isTTY && !values.output ? 'text' : 'json')),
  );
  if (!format) throw new Usage(`There is no format "${values.format}". Formats: ${FORMATS.join(', ')}.`);
  const level = values.level ?? 'plain';
  if (level !== 'plain' && level !== 'standard') throw new Usage('The level is plain or standard.');
  const language = values.language ?? READ;
  if (!isLanguage(language))
    throw new Usage(`There is no language "${language}" yet. Languages: ${LANGUAGES.join(', ')}.`);
  return {
    command,
    files,
    format,
    language,
    level,
    region: values.region,
    report: count(values.report, '--report'),
    passwordFile: values['password-file'],
    jobs: count(values.jobs, '--jobs') ?? 1,
    output: values.output,
    quiet: values.quiet ?? false,
    version: values.version ?? false,
    help: values.help ?? false,
    list: values.list ?? false,
    sheet: values.sheet ?? false,
    replace: values.replace ?? false,
    deletions: values.deletions,
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        language: { type: 'string' },
        level: { type: 'string' },
        region: { type: 'string' },
        report: { type: 'string' },
        'password-file': { type: 'string' },
        jobs: { type: 'string' },
        output: { type: 'string' },
        quiet: { type: 'boolean', short: 'q' },
        version: { type: 'boolean', short: 'v' },
        help: { type: 'boolean', short: 'h' },
        list: { type: 'boolean' },
        sheet: { type: 'boolean' },
        replace: { type: 'boolean' },
        deletions: { type: 'string' },
      },
    });
  } catch (error) {
    throw new Usage(error instanceof Error ? (error.message.split('. ')[0] ?? 'Wrong usage') : 'Wrong usage');
  }
}

function count(value: string | undefined, name: string): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new Usage(`${name} takes a whole number from 1.`);
  return number;
}
