/** Whose pages may hold the reader in a frame: named one by one in EMBED_ORIGINS, nobody by default. */
import { WrongSetting } from '../wrong-setting.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** They stand in a header of each answer. */
const MOST_ORIGINS = 20;
const OWN_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Origins as a browser writes them, each once. Throws `WrongSetting` where one is none, is not safe from listeners, or stands for many. */
export function embedOrigins({ EMBED_ORIGINS }: Env): readonly string[] {
  const written = (EMBED_ORIGINS ?? '').split(/[\s,]+/).filter((one) => one !== '');
  const origins = [...new Set(written.map(originOf))];
  if (origins.length > MOST_ORIGINS) throw new WrongSetting(`EMBED_ORIGINS names more than ${MOST_ORIGINS} sites.`);
  return origins;
}

function originOf(written: string): string {
  const url = URL.canParse(written) ? new URL(written) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && OWN_MACHINE.has(url.hostname));
  // "*" in a name would stand for sites that nobody has named
  if (!url || !isSafe || url.href !== `${url.origin}/` || /[^\w.:[\]/-]/.test(url.origin))
    throw new WrongSetting(
      'EMBED_ORIGINS is not a list of sites, such as https://praxis.example https://www.praxis.example.',
    );
  return url.origin;
}
