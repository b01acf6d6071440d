/** Which hospitals' portals may open the reader: named one by one in SMART_ISSUERS, nobody's by default. */
import type { SmartSettings } from '@readingscan/web';
import { namedOrigins } from '../named-origins.ts';
import { WrongSetting } from '../wrong-setting.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Null where nobody is named. Throws `WrongSetting` where one of the two is missing or wrong. */
export function smartSettings({ SMART_CLIENT_ID, SMART_ISSUERS }: Env): SmartSettings | null {
  const clientId = SMART_CLIENT_ID?.trim() ?? '';
  const issuers = namedOrigins(SMART_ISSUERS, 'SMART_ISSUERS', 'https://fhir.hospital.example');
  if (clientId === '' && issuers.length === 0) return null;
  if (clientId === '' || issuers.length === 0)
    throw new WrongSetting('Of SMART_CLIENT_ID and SMART_ISSUERS one is not set. Set both, or neither.');
  if (!/^[\x21-\x7e]{1,255}$/.test(clientId))
    throw new WrongSetting('SMART_CLIENT_ID is not a name as servers give it: at most 255 plain letters and signs.');
  return { clientId, issuers };
}
