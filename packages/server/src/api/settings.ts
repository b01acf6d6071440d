/** Who may use the interface for programs, and how much: everybody without a key by default, as on a server of one's own. */
import { whole } from '../settings.ts';
import { WrongSetting } from '../wrong-setting.ts';

export interface ApiSettings {
  /** "key": callers that are no pages of this site need one */
  readonly access: 'open' | 'key';
  /** points a minute; null: the usual ones for keys, and none for addresses while all is open */
  readonly perMinute: number | null;
}

type Env = Readonly<Record<string, string | undefined>>;

export const OPEN: ApiSettings = { access: 'open', perMinute: null };
export const USUAL_POINTS = 600;
/** One file of the largest size costs half of it. */
const LEAST_POINTS = 60;

/** Throws `WrongSetting` where something is wrong, and where keys are wanted but nobody can make one. */
export function apiSettings(env: Env, hasAccounts: boolean): ApiSettings {
  const access = env.API_ACCESS?.trim() || 'open';
  if (access !== 'open' && access !== 'key')
    throw new WrongSetting('API_ACCESS is neither open nor key. Leave it out for open.');
  if (access === 'key' && !hasAccounts)
    throw new WrongSetting('API_ACCESS is key but DATABASE_URL is not set: keys are made in accounts.');
  const written = env.API_PER_MINUTE?.trim() ?? '';
  const perMinute = whole(written, LEAST_POINTS, 1_000_000);
  if (written !== '' && perMinute === null)
    throw new WrongSetting(`API_PER_MINUTE is not a whole number from ${LEAST_POINTS} to 1000000.`);
  return { access, perMinute };
}
