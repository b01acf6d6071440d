/** The address that others reach the site by, as its operator says it: pages name themselves by it in full. */
import { WrongSetting } from './wrong-setting.ts';

/** "https://example.org" from PUBLIC_ORIGIN; null where it is not set. Throws `WrongSetting` where it is no address of a site. */
export function publicOrigin(written: string | undefined): string | null {
  if (written === undefined || written.trim() === '') return null;
  const url = URL.canParse(written) ? new URL(written) : null;
  const isSite = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (!isSite) throw new WrongSetting('PUBLIC_ORIGIN is not the address of a site, such as https://example.org.');
  return url.origin;
}
