/** Whether figures are to be had: not unless METRICS_PORT is set. They are given on a port of their own, so that no proxy of the site can show them by a slip. */
import { portFrom, whole } from '../settings.ts';
import { WrongSetting } from '../wrong-setting.ts';

export interface MetricsSettings {
  readonly host: string;
  /** 0 takes any free one */
  readonly port: number;
}

type Env = Readonly<Record<string, string | undefined>>;

/** This machine alone. */
const USUAL_HOST = '127.0.0.1';

/** Null for none. */
export function metricsSettings(env: Env): MetricsSettings | null {
  const host = env.METRICS_HOST?.trim() ?? '';
  if ((env.METRICS_PORT?.trim() ?? '') === '') {
    if (host !== '') throw new WrongSetting('METRICS_HOST is set but METRICS_PORT is not.');
    return null;
  }
  const port = whole(env.METRICS_PORT, 0, 65_535);
  if (port === null) throw new WrongSetting('METRICS_PORT is not a port number, such as 9464.');
  if (port !== 0 && port === portFrom(env))
    throw new WrongSetting('METRICS_PORT is the same as PORT. Give figures a port of their own, such as 9464.');
  return { host: host || USUAL_HOST, port };
}
