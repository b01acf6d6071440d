/** Where photographs of saved reports lie: in the database unless FILES_URL names a bucket or a folder. */
import { resolve } from 'node:path';
import { WrongSetting } from '../wrong-setting.ts';
import type { S3Settings } from './s3.ts';

export type FilesSettings =
  | { readonly kind: 'folder' /** absolute */; readonly path: string }
  | ({ readonly kind: 's3' } & S3Settings);

type Env = Readonly<Record<string, string | undefined>>;

const FORM = 'FILES_URL is no place for files. Write s3://bucket/prefix?region=eu-central-1, or file:./data/files.';
const REGION = /^[a-z0-9-]{1,40}$/;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX = /^[\w.-]+(\/[\w.-]+)*$/;
const KNOWN = ['region', 'endpoint', 'style'];

/** Null where they lie in the database. Throws `WrongSetting`, which repeats no secret. */
export function filesSettings(env: Env): FilesSettings | null {
  const written = env.FILES_URL?.trim() ?? '';
  if (written === '') return null;
  const path = /^file:(?!\/\/)(.+)$/.exec(written)?.[1] ?? /^file:\/\/(\/.+)$/.exec(written)?.[1];
  if (path !== undefined) return { kind: 'folder', path: resolve(path) };
  if (!/^s3:\/\//.test(written) || !URL.canParse(written)) throw new WrongSetting(FORM);
  return bucketAt(new URL(written), env);
}

function bucketAt(url: URL, env: Env): FilesSettings {
  const { hostname: bucket, pathname, searchParams, username, password, port, hash } = url;
  if (username !== '' || password !== '')
    throw new WrongSetting('FILES_URL holds a key. Put it into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.');
  const folder = pathname.replace(/^\/|\/$/g, '');
  const isWhole = BUCKET.test(bucket) && port === '' && hash === '' && (folder === '' || PREFIX.test(folder));
  if (!isWhole || [...searchParams.keys()].some((name) => !KNOWN.includes(name))) throw new WrongSetting(FORM);
  const region = searchParams.get('region') ?? env.AWS_REGION?.trim() ?? '';
  if (!REGION.test(region))
    throw new WrongSetting('FILES_URL names no region: add ?region=eu-central-1, or set AWS_REGION.');
  const named = searchParams.get('endpoint');
  const endpoint = named === null ? `https://s3.${region}.amazonaws.com` : endpointAt(named);
  const style = searchParams.get('style') ?? (named === null && !bucket.includes('.') ? 'host' : 'path');
  if (style !== 'path' && style !== 'host') throw new WrongSetting('style in FILES_URL is path or host.');
  const [accessKey, secretKey] = [env.AWS_ACCESS_KEY_ID?.trim() ?? '', env.AWS_SECRET_ACCESS_KEY?.trim() ?? ''];
  if (!/^[\x21-\x7e]{3,128}$/.test(accessKey) || !/^[\x21-\x7e]{8,256}$/.test(secretKey))
    throw new WrongSetting('FILES_URL needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, the key of the bucket.');
  const token = env.AWS_SESSION_TOKEN?.trim() ?? '';
  const prefix = folder === '' ? 'originals/' : `${folder}/originals/`;
  const sessionToken = token === '' ? null : token;
  return { kind: 's3', accessKey, secretKey, sessionToken, region, endpoint, bucket, prefix, style };
}

/** What is sent there is sealed, and the secret is never sent: a store in one's own network may be without TLS. */
function endpointAt(written: string): string {
  const url = URL.canParse(written) ? new URL(written) : null;
  const isPlain = url?.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  if (!url || !isPlain || !/^https?:$/.test(url.protocol))
    throw new WrongSetting('endpoint in FILES_URL is no address of a store, such as https://store.example.org.');
  return url.origin;
}
