/** Whether reports can be saved in accounts: not unless the operator gives a master key, beside the database of accounts. */
import { readFileSync } from 'node:fs';
import { canBeGuessed, HOW_TO_MAKE_A_KEY as HOW } from '../key-strength.ts';
import { type FilesSettings, filesSettings } from '../objects/settings.ts';
import { whole } from '../settings.ts';
import { WrongSetting } from '../wrong-setting.ts';
import { type MasterKey, nameOf } from './master-keys.ts';
import { MEGABYTE } from './room.ts';

export interface SavingSettings {
  /** the first is for what is new */
  readonly keys: readonly [MasterKey, ...MasterKey[]];
  /** of one account */
  readonly mostReports: number;
  /** of one account, as they lie in the database */
  readonly mostBytes: number;
  /** where photographs lie; null, or left out: in the database */
  readonly files?: FilesSettings | null;
}

type Env = Readonly<Record<string, string | undefined>>;

const USUAL_REPORTS = 500;
const USUAL_MEGABYTES = 50;
const KEY_BYTES = 32;
const MOST_KEYS = 50;

/** Null where nothing is to be saved. Throws `WrongSetting`, which repeats no key. */
export function savingSettings(env: Env): SavingSettings | null {
  const written = writtenIn(env);
  const files = filesSettings(env);
  if (written === null && files)
    throw new WrongSetting('FILES_URL is set but MASTER_KEY is not: nothing is saved there.');
  if (written === null) return null;
  if ((env.DATABASE_URL?.trim() ?? '') === '')
    throw new WrongSetting('MASTER_KEY is set but DATABASE_URL is not: reports are saved in accounts.');
  const keys = keysFrom(written.text, written.name);
  if (keys.some(({ bytes }) => isSame(bytes, Buffer.from(env.SECRET_KEY?.trim() ?? '', 'base64'))))
    throw new WrongSetting(`${written.name} is the same as SECRET_KEY. ${HOW}`);
  return {
    keys,
    mostReports: limit(env.SAVED_REPORTS, USUAL_REPORTS, 'SAVED_REPORTS'),
    mostBytes: limit(env.SAVED_MEGABYTES, USUAL_MEGABYTES, 'SAVED_MEGABYTES') * MEGABYTE,
    files,
  };
}

function writtenIn({ MASTER_KEY, MASTER_KEY_FILE }: Env): { readonly text: string; readonly name: string } | null {
  const [text, path] = [MASTER_KEY?.trim() ?? '', MASTER_KEY_FILE?.trim() ?? ''];
  if (text !== '' && path !== '')
    throw new WrongSetting('MASTER_KEY and MASTER_KEY_FILE are both set. Leave one of them out.');
  if (path === '') return text === '' ? null : { text, name: 'MASTER_KEY' };
  try {
    return { text: readFileSync(path, 'utf8'), name: 'MASTER_KEY_FILE' };
  } catch {
    throw new WrongSetting('MASTER_KEY_FILE cannot be read. Check that it is there and that this program may read it.');
  }
}

/** One for each line, `id:base64` or base64 alone. An empty list is none. */
function keysFrom(text: string, name: string): SavingSettings['keys'] {
  const [first, ...others] = text
    .split(/[\s,]+/)
    .filter((line) => line !== '')
    .map((line) => keyFrom(line, name));
  if (!first) throw new WrongSetting(`${name} holds no key. ${HOW}`);
  const keys = [first, ...others] as const;
  if (keys.length > MOST_KEYS) throw new WrongSetting(`${name} holds more than ${MOST_KEYS} keys.`);
  if (new Set(keys.map(({ id }) => id)).size !== keys.length)
    throw new WrongSetting(`${name} has two keys of the same name. Give each a name of its own.`);
  if (keys.some(({ bytes }, at) => keys.slice(0, at).some((one) => isSame(one.bytes, bytes))))
    throw new WrongSetting(`${name} has the same key twice.`);
  return keys;
}

function keyFrom(line: string, name: string): MasterKey {
  const [, id, written = ''] = /^(?:([\w.-]{1,32}):)?([\w+/-]+={0,2})$/.exec(line) ?? [];
  const bytes = new Uint8Array(Buffer.from(written, 'base64'));
  if (bytes.length !== KEY_BYTES)
    throw new WrongSetting(`${name} is not ${KEY_BYTES} bytes in base64, or name:base64, one on each line. ${HOW}`);
  if (canBeGuessed(bytes)) throw new WrongSetting(`${name} can be guessed. ${HOW}`);
  return { id: id ?? nameOf(bytes), bytes };
}

function limit(written: string | undefined, usual: number, name: string): number {
  if ((written?.trim() ?? '') === '') return usual;
  const number = whole(written, 1, 100_000);
  if (number === null) throw new WrongSetting(`${name} is not a whole number from 1 to 100000.`);
  return number;
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
