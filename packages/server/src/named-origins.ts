/** A setting that names sites one by one: origins as a browser writes them, and no sign that stands for many. */
import { WrongSetting } from './wrong-setting.ts';

/** They stand in a header of each answer. */
const MOST_ORIGINS = 20;
const OWN_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Each once. Throws `WrongSetting` where one is none, is not safe from listeners, or stands for many. */
export function namedOrigins(written: string | undefined, setting: string, example: string): readonly string[] {
  const named = (written ?? '').split(/[\s,]+/).filter((one) => one !== '');
  const origins = [...new Set(named.map((one) => originOf(one, setting, example)))];
  if (origins.length > MOST_ORIGINS) throw new WrongSetting(`${setting} names more than ${MOST_ORIGINS} sites.`);
  return origins;
}

function originOf(written: string, setting: string, example: string): string {
  const url = URL.canParse(written) ? new URL(written) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && OWN_MACHINE.has(url.hostname));
  // "*" in a name would stand for sites that nobody has named
  if (!url || !isSafe || url.href !== `${url.origin}/` || /[^\w.:[\]/-]/.test(url.origin))
    throw new WrongSetting(`${setting} is not a list of sites, such as ${example}.`);
  return url.origin;
}
