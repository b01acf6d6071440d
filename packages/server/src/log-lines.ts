/** Lines of the log: as they are, or with LOG_FORMAT=json as one object each. None holds a word of a report, an address or a name. */
import { WrongSetting } from './wrong-setting.ts';

export type Log = (line: string) => void;

/** `write` is given whole lines. Throws `WrongSetting`. */
export function logTo(
  write: (line: string) => void,
  { LOG_FORMAT }: Readonly<Record<string, string | undefined>>,
  now: () => Date = () => new Date(),
): Log {
  switch (LOG_FORMAT?.trim() || 'text') {
    case 'text':
      return (line) => write(`${line}\n`);
    case 'json':
      return (line) => write(`${JSON.stringify({ time: now().toISOString(), ...partsOf(line) })}\n`);
    default:
      throw new WrongSetting('LOG_FORMAT is text or json.');
  }
}

/** "contact: 2 removed" says which part of the program speaks. */
function partsOf(line: string): { readonly area: string; readonly message: string } {
  const [, area = 'server', message = line] = /^([a-z]+(?: [a-z]+)?): (.*)$/.exec(line) ?? [];
  return { area, message };
}
