/** A store that speaks the wire format of S3, for tests: it holds objects in memory, looks at every signature by itself, and fails when it is told to. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { S3Settings } from '../src/objects/s3.ts';

/** What becomes of one request: a status with the code of a fault; cut off; never answered; answered with other bytes. */
export type Failing = readonly [status: number, code: string] | 'cut' | 'hang' | 'damage' | 'done-and-cut';

export interface FakeS3 {
  readonly settings: S3Settings;
  /** by key */
  readonly objects: Map<string, Buffer>;
  /** "PUT 200" of each request, in their order */
  readonly seen: string[];
  /** Of the requests that come next: null lets one pass. */
  fail(...next: readonly (Failing | null)[]): void;
  /** What was asked while it hung is let go. */
  close(): Promise<void>;
}

const BUCKET = 'reports';
const [REGION, ACCESS, SECRET, TOKEN] = ['xy-test-1', 'AKIDTEST', 'secret/of+the=bucket', 'a token'];
const PAGE = 2;

export async function fakeS3(prefix = 'one/originals/'): Promise<FakeS3> {
  const objects = new Map<string, Buffer>();
  const seen: string[] = [];
  const failing: (Failing | null)[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    const how = failing.shift() ?? null;
    if (how === 'cut' || how === 'hang') {
      seen.push(`${request.method} ${how}`);
      if (how === 'cut') request.socket.destroy();
      return;
    }
    const wrong = wrongWith(request, body);
    const said: Said =
      how !== null && typeof how !== 'string'
        ? how
        : wrong === null
          ? done(objects, request, body, how === 'damage')
          : [403, wrong];
    const [status, code = '', text] = said;
    seen.push(`${request.method} ${status}`);
    if (how === 'done-and-cut') {
      request.socket.destroy();
      return;
    }
    const xml = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>secret place ${request.url}</Message></Error>`;
    response.writeHead(status).end(text ?? (code === '' ? '' : xml));
  };
  // who asked may give up while it is on its way
  const server = createServer((...asked) => void answer(...asked).catch(() => undefined));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      accessKey: ACCESS,
      secretKey: SECRET,
      sessionToken: TOKEN,
      region: REGION,
      endpoint: `http://127.0.0.1:${port}`,
      bucket: BUCKET,
      prefix,
      style: 'path',
    },
    objects,
    seen,
    fail: (...next) => void failing.splice(0, failing.length, ...next),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

type Said = readonly [status: number, code?: string, text?: string | Buffer];

function done(objects: Map<string, Buffer>, request: IncomingMessage, body: Buffer, isDamaged: boolean): Said {
  const url = new URL(request.url ?? '/', 'http://store');
  const [, bucket, ...rest] = url.pathname.split('/').map(decodeURIComponent);
  const key = rest.join('/');
  if (bucket !== BUCKET) return [404, 'NoSuchBucket'];
  const found = objects.get(key);
  switch (request.method) {
    case 'PUT':
      if (request.headers['if-none-match'] === '*' && found) return [412, 'PreconditionFailed'];
      objects.set(key, body);
      return [200];
    case 'DELETE':
      objects.delete(key);
      return [204];
    case 'GET':
      if (key === '') return [200, '', listed(objects, url.searchParams)];
      if (!found) return [404, 'NoSuchKey'];
      return [200, '', isDamaged ? Buffer.from(found.map((byte, at) => (at === 3 ? byte ^ 1 : byte))) : found];
    default:
      return [405, 'MethodNotAllowed'];
  }
}

function listed(objects: Map<string, Buffer>, query: URLSearchParams): string {
  const after = query.get('continuation-token') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after).sort();
  const page = keys.slice(0, PAGE);
  const contents = page.map(
    (key) => `<Contents><Key>${key.replaceAll('&', '&amp;')}</Key><Size>${objects.get(key)?.length}</Size></Contents>`,
  );
  const isMore = keys.length > page.length;
  const next = isMore ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${isMore}</IsTruncated>${contents.join('')}${next}</ListBucketResult>`;
}

/** The fault of a signature, worked out from what came over the wire alone; null where it is good. */
function wrongWith({ method = '', url = '', headers }: IncomingMessage, body: Buffer): string | null {
  const [, key, scope, names = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  const time = String(headers['x-amz-date']);
  if (key !== ACCESS) return 'InvalidAccessKeyId';
  if (headers['x-amz-security-token'] !== TOKEN) return 'InvalidToken';
  const at = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(Date.now() - at) < 15 * 60_000)) return 'RequestTimeTooSkewed';
  const payload = createHash('sha256').update(body).digest('hex');
  if (headers['x-amz-content-sha256'] !== payload) return 'XAmzContentSHA256Mismatch';
  for (const name of Object.keys(headers))
    if ((name === 'host' || name.startsWith('x-amz-')) && !names.split(';').includes(name)) return 'AccessDenied';
  const [path = '', query = ''] = url.split('?');
  const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}`);
  // as addresses are written: what a signature escapes beyond that does not occur here
  const asked = query
    .split('&')
    .map((one) => one.replaceAll('%20', '+').replaceAll('+', '%20'))
    .sort()
    .join('&');
  const canonical = [method, path, asked, ...lines, '', names, payload].join('\n');
  const hmac = (by: string | Buffer, text: string): Buffer => createHmac('sha256', by).update(text).digest();
  if (scope !== `${time.slice(0, 8)}/${REGION}/s3/aws4_request`) return 'AuthorizationHeaderMalformed';
  const own = hmac(hmac(hmac(hmac(`AWS4${SECRET}`, time.slice(0, 8)), REGION), 's3'), 'aws4_request');
  const said = hmac(
    own,
    `AWS4-HMAC-SHA256\n${time}\n${scope}\n${createHash('sha256').update(canonical).digest('hex')}`,
  );
  return timingSafeEqual(said, Buffer.from(signature, 'hex')) ? null : 'SignatureDoesNotMatch';
}
