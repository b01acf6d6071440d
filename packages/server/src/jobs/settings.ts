/** How long jobs stay, and whether the server works them itself. */
import { whole } from '../settings.ts';
import { WrongSetting } from '../wrong-setting.ts';

export interface JobSettings {
  /** after which a job is deleted, counted from when something last happened to it */
  readonly hours: number;
  /** false: `readingscan worker` does */
  readonly inWeb: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;

const USUAL_HOURS = 24;
const MOST_HOURS = 24 * 30;

/** Throws `WrongSetting`. */
export function jobSettings({ JOBS_HOURS, JOBS_IN_WEB }: Env): JobSettings {
  const written = JOBS_HOURS?.trim() ?? '';
  const hours = written === '' ? USUAL_HOURS : whole(written, 1, MOST_HOURS);
  if (hours === null) throw new WrongSetting(`JOBS_HOURS is not a whole number of hours from 1 to ${MOST_HOURS}.`);
  const inWeb = JOBS_IN_WEB?.trim() || 'on';
  if (inWeb !== 'on' && inWeb !== 'off') throw new WrongSetting('JOBS_IN_WEB is on or off.');
  return { hours, inWeb: inWeb === 'on' };
}
