/** Whose pages may hold the reader in a frame: named one by one in EMBED_ORIGINS, nobody by default. */
import { namedOrigins } from '../named-origins.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Throws `WrongSetting`. */
export const embedOrigins = ({ EMBED_ORIGINS }: Env): readonly string[] =>
  namedOrigins(EMBED_ORIGINS, 'EMBED_ORIGINS', 'https://praxis.example https://www.praxis.example');
