/** AWS Signature Version 4 for S3 (docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html): a request proves that who sends it has the secret, and that nothing of it was changed. */
import { createHash, createHmac } from 'node:crypto';

export interface Credentials {
  readonly accessKey: string;
  readonly secretKey: string;
  /** beside keys that are lent for a time */
  readonly sessionToken: string | null;
}

export interface Unsigned {
  readonly method: string;
  readonly url: URL;
  /** names in small letters, without `host` */
  readonly headers: Readonly<Record<string, string>>;
  /** SHA-256 of the body, in hexadecimal */
  readonly payload: string;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

/** The headers to send: those that were given, and what signs them. `host` is sent by whoever sends the request. */
export function signed(
  { method, url, headers, payload }: Unsigned,
  { accessKey, secretKey, sessionToken }: Credentials,
  region: string,
  at: Date,
): Readonly<Record<string, string>> {
  const time = at.toISOString().replace(/[-:]|\.\d+/g, '');
  const day = time.slice(0, 8);
  const own: Readonly<Record<string, string>> = {
    ...headers,
    'x-amz-content-sha256': payload,
    'x-amz-date': time,
    ...(sessionToken === null ? {} : { 'x-amz-security-token': sessionToken }),
  };
  const lines = Object.entries({ ...own, host: url.host })
    .map(([name, value]) => [name, value.trim().replace(/ +/g, ' ')] as const)
    .sort(byBytes);
  const names = lines.map(([name]) => name).join(';');
  const request = [
    method,
    pathOf(url),
    queryOf(url),
    ...lines.map(([name, value]) => `${name}:${value}`),
    '',
    names,
    payload,
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${secretKey}`, day), region));
  const signature = hmac(key, [ALGORITHM, time, scope, sha256(request)].join('\n')).toString('hex');
  return {
    ...own,
    authorization: `${ALGORITHM} Credential=${accessKey}/${scope},SignedHeaders=${names},Signature=${signature}`,
  };
}

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Each part written anew, as the signature asks for more signs to be escaped than addresses do. */
const pathOf = ({ pathname }: URL): string => pathname.split('/').map(decodeURIComponent).map(escaped).join('/');

const queryOf = ({ searchParams }: URL): string =>
  [...searchParams]
    .map(([name, value]) => [escaped(name), escaped(value)] as const)
    .sort(byBytes)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

/** RFC 3986: letters, figures and -._~ alone stay as they are. */
export const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function byBytes([one, first]: readonly [string, string], [other, second]: readonly [string, string]): number {
  const [a, b] = one === other ? [first, second] : [one, other];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
