/** The store of files: one suite on a folder and on a bucket; signatures as AWS publishes them; a store that fails, is slow, or lies. */
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { folderObjects } from '../src/objects/folder.ts';
import { pageOf } from '../src/objects/list-answer.ts';
import { type Found, nameOf, ObjectDamaged, type Objects } from '../src/objects/objects.ts';
import { addressOf, type S3Settings, s3Objects } from '../src/objects/s3.ts';
import { filesSettings } from '../src/objects/settings.ts';
import { sha256, signed } from '../src/objects/signature.ts';
import { storageFaultOf } from '../src/storage-fault.ts';
import { WrongSetting } from '../src/wrong-setting.ts';
import { type Failing, type FakeS3, fakeS3 } from './fake-s3.ts';

const QUICK = { patience: 300, wait: 1 };
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
let open: FakeS3[] = [];
afterEach(async () => {
  for (const one of open) await one.close();
  open = [];
});
async function store(): Promise<FakeS3> {
  const one = await fakeS3();
  open.push(one);
  return one;
}

/** By name. */
async function all(objects: Objects) {
  const found: Found[] = [];
  for await (const one of objects.list()) found.push(one);
  return found.sort((a, b) => a.name.localeCompare(b.name));
}

interface Made {
  readonly objects: Objects;
  /** changes what lies under a name */
  damage(name: string): void;
}
const KINDS: Readonly<Record<string, () => Promise<Made>>> = {
  async folder() {
    const folder = join(mkdtempSync(join(tmpdir(), 'readingscan-files-')), 'files');
    return {
      objects: folderObjects(folder),
      damage: (name) => writeFileSync(join(folder, name.slice(0, 2), name), 'other'),
    };
  },
  async bucket() {
    const { settings, objects } = await store();
    return {
      objects: s3Objects(settings),
      damage: (name) => void objects.set(`${settings.prefix}${name}`, Buffer.from('other')),
    };
  },
};

describe.each(Object.keys(KINDS))('a %s', (kind) => {
  const make = async (): Promise<Made> => (await KINDS[kind]?.()) ?? Promise.reject(new Error(kind));

  test('gives back what was put there, by its hash; once and twice is the same; what is deleted is gone', async () => {
    const { objects } = await make();
    const five = Array.from({ length: 5 }, (_, at) => bytesOf(`object ${at}`));
    expect(await all(objects)).toEqual([]);
    for (const bytes of five) expect(await objects.put(bytes)).toBe(nameOf(bytes));
    await objects.put(five[0] ?? bytesOf(''));
    expect(await all(objects)).toHaveLength(5);
    expect(await all(objects)).toEqual(
      five.map((bytes) => ({ name: nameOf(bytes), bytes: 8 })).sort((a, b) => a.name.localeCompare(b.name)),
    );
    const name = nameOf(five[1] ?? bytesOf(''));
    expect(await objects.get(name)).toEqual(five[1]);
    await objects.delete(name);
    expect(await objects.get(name)).toBeNull();
    // gone already
    await objects.delete(name);
    expect(await all(objects)).toHaveLength(4);
  });

  test('what was changed there is refused, and a name that is none leads nowhere', async () => {
    const { objects, damage } = await make();
    const name = await objects.put(bytesOf('sealed'));
    damage(name);
    await expect(objects.get(name)).rejects.toThrow(ObjectDamaged);
    for (const none of ['', '..', '../../etc/passwd', name.toUpperCase(), `${name}/..`]) {
      expect(await objects.get(none)).toBeNull();
      await objects.delete(none);
    }
  });

  test('three megabytes come back as they were, ten times at once', async () => {
    const { objects } = await make();
    const all = Array.from({ length: 10 }, (_, at) => new Uint8Array(3 * 1024 * 1024).fill(at));
    const names = await Promise.all(all.map((bytes) => objects.put(bytes)));
    const back = await Promise.all(names.map((name) => objects.get(name)));
    expect(back.every((bytes, at) => bytes !== null && Buffer.compare(bytes, all[at] ?? bytes) === 0)).toBe(true);
  });
});

test('files of a folder are this user’s alone, and none is there in part', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'readingscan-files-')), 'files');
  const name = await folderObjects(folder).put(bytesOf('x'));
  const path = join(folder, name.slice(0, 2), name);
  expect([statSync(path).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700]);
  expect(readFileSync(path, 'utf8')).toBe('x');
  expect(readdirSync(join(folder, name.slice(0, 2)))).toEqual([name]);
});

describe('a signature', () => {
  // docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html: four requests and what they are signed with
  const KEY = {
    accessKey: 'AKIAIOSFODNN7EXAMPLE',
    secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    sessionToken: null,
  };
  const AT = new Date('2013-05-24T00:00:00Z');
  const HOST = 'https://examplebucket.s3.amazonaws.com';

  test.each([
    [
      'GET',
      '/test.txt',
      { range: 'bytes=0-9' },
      '',
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ],
    [
      'PUT',
      '/test$file.text',
      { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
      'Welcome to Amazon S3.',
      '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    ],
    ['GET', '/?lifecycle', {}, '', 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
    ['GET', '/?max-keys=2&prefix=J', {}, '', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
  ] as const)('of %s %s is that of the documentation', (method, path, headers, body, signature) => {
    const asked = { method, url: new URL(HOST + path), headers, payload: sha256(body) };
    expect(signed(asked, KEY, 'us-east-1', AT).authorization).toMatch(new RegExp(`,Signature=${signature}$`));
  });

  test('is looked at by the store: another secret, another region, another token, another time are refused', async () => {
    const { settings } = await store();
    const refusal = (given: Partial<S3Settings>, now = new Date()) =>
      s3Objects({ ...settings, ...given }, { now: () => now })
        .put(bytesOf('x'))
        .then(
          () => '',
          ({ code }) => code,
        );
    expect(await refusal({})).toBe('');
    expect(await refusal({ secretKey: 'another secret' })).toBe('S3_403_SignatureDoesNotMatch');
    expect(await refusal({ region: 'xy-test-2' })).toBe('S3_403_AuthorizationHeaderMalformed');
    expect(await refusal({ sessionToken: null })).toBe('S3_403_InvalidToken');
    expect(await refusal({ accessKey: 'AKIDOTHER' })).toBe('S3_403_InvalidAccessKeyId');
    expect(await refusal({}, new Date(Date.now() - 3_600_000))).toBe('S3_403_RequestTimeTooSkewed');
    expect(await refusal({ bucket: 'another' })).toBe('S3_404_NoSuchBucket');
  });

  test('stands beside an address of either style', () => {
    const of = (style: 'path' | 'host', endpoint: string) =>
      String(addressOf({ ...KEY, region: 'r', endpoint, bucket: 'b-1', prefix: '', style }, 'one/a b+c'));
    expect(of('host', 'https://s3.eu-central-1.amazonaws.com')).toBe(
      'https://b-1.s3.eu-central-1.amazonaws.com/one/a%20b%2Bc',
    );
    expect(of('path', 'http://files:8333')).toBe('http://files:8333/b-1/one/a%20b%2Bc');
  });
});

describe('a store that fails', () => {
  const BUSY: Failing = [503, 'SlowDown'];

  test.each<readonly [string, readonly (Failing | null)[]]>([
    ['has too much to do', [BUSY, [500, 'InternalError'], [429, 'TooManyRequests'], null]],
    ['cuts the line', ['cut', 'cut', null]],
    ['does not answer', ['hang', null]],
    ['has done it, and nobody is told', ['done-and-cut', null]],
    ['does not know of writing once', [[501, 'NotImplemented'], null]],
  ])('as it %s is asked again, and it is done', async (_, how) => {
    const { settings, objects, fail } = await store();
    fail(...how);
    const name = await s3Objects(settings, QUICK).put(bytesOf('x'));
    expect([...objects.keys()]).toEqual([`${settings.prefix}${name}`]);
  });

  test.each<readonly [string, readonly (Failing | null)[], string, string]>([
    ['busy without end', Array.from({ length: 9 }, () => BUSY), 'away', 'S3_503_SlowDown'],
    ['gone', Array.from({ length: 9 }, () => 'cut' as const), 'away', 'UND_ERR_SOCKET|ECONNRESET|S3_NETWORK'],
    ['deaf', Array.from({ length: 9 }, () => 'hang' as const), 'away', 'S3_NETWORK'],
    ['full', [[507, 'InsufficientStorage']], 'full', 'S3_507_InsufficientStorage'],
    ['over its quota', [[403, 'QuotaExceeded']], 'full', 'S3_403_QuotaExceeded'],
    ['closed to us', [[403, 'AccessDenied']], 'away', 'S3_403_AccessDenied'],
    ['in another region', [[301, 'PermanentRedirect']], 'away', 'S3_301_PermanentRedirect'],
  ])('and is %s is told as that, without a word of what was asked', async (_, how, fault, code) => {
    const { settings, fail, seen } = await store();
    fail(...how);
    const error: unknown = await s3Objects(settings, QUICK)
      .put(bytesOf('x'))
      .catch((one: unknown) => one);
    expect(storageFaultOf(error)).toBe(fault);
    expect(String((error as { code?: unknown }).code)).toMatch(new RegExp(`^(${code})$`));
    expect(`${error}`).not.toMatch(/secret|originals|127/);
    // never longer than four tries
    expect(seen.length).toBe(how.length === 1 ? 1 : 4);
  });

  test('and gives other bytes than it was given is found out', async () => {
    const { settings, fail } = await store();
    const objects = s3Objects(settings, QUICK);
    const name = await objects.put(bytesOf('sealed'));
    fail('damage');
    await expect(objects.get(name)).rejects.toThrow(ObjectDamaged);
    expect(await objects.get(name)).toEqual(bytesOf('sealed'));
  });

  test('lists with signs that XML escapes are read', () => {
    expect(
      pageOf(
        '<ListBucketResult><IsTruncated>true</IsTruncated><Contents><Key>a&amp;b&#x41;&#66;&lt;</Key><Size>7</Size></Contents><NextContinuationToken>n&quot;</NextContinuationToken></ListBucketResult>',
      ),
    ).toEqual({ found: [{ key: 'a&bAB<', bytes: 7 }], next: 'n"' });
    expect(pageOf('<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>')).toEqual({
      found: [],
      next: null,
    });
  });
});

describe('FILES_URL', () => {
  const KEYS = { AWS_ACCESS_KEY_ID: 'AKID', AWS_SECRET_ACCESS_KEY: 'a secret of it'.replaceAll(' ', '-') };
  const of = (FILES_URL: string, more: Record<string, string> = {}) => filesSettings({ FILES_URL, ...KEYS, ...more });

  test('names a bucket, a store of one’s own, or a folder', () => {
    expect(filesSettings({})).toBeNull();
    expect(of('file:./data/files')).toEqual({ kind: 'folder', path: join(process.cwd(), 'data/files') });
    expect(of('file:///srv/files')).toEqual({ kind: 'folder', path: '/srv/files' });
    expect(of('s3://my-bucket?region=eu-central-1')).toMatchObject({
      kind: 's3',
      bucket: 'my-bucket',
      prefix: 'originals/',
      endpoint: 'https://s3.eu-central-1.amazonaws.com',
      style: 'host',
      sessionToken: null,
    });
    expect(
      of('s3://b.u.c/site/one?endpoint=http://files:8333', { AWS_REGION: 'us-east-1', AWS_SESSION_TOKEN: 't' }),
    ).toMatchObject({ prefix: 'site/one/originals/', endpoint: 'http://files:8333', style: 'path', sessionToken: 't' });
    expect(of('s3://bbb?region=a&endpoint=https://x.example&style=host')).toMatchObject({ style: 'host' });
  });

  test.each([
    ['https://bucket.example', {}],
    ['s3://', {}],
    ['s3://B?region=a', {}],
    ['s3://bucket:80?region=a', {}],
    ['s3://bucket/../x?region=a&y=1', {}],
    ['s3://bucket', {}],
    ['s3://bucket?region=EU West', {}],
    ['s3://key:secret-here@bucket?region=a', {}],
    ['s3://bucket?region=a&style=other', {}],
    ['s3://bucket?region=a&endpoint=ftp://x', {}],
    ['s3://bucket?region=a&endpoint=https://x/path', {}],
    ['s3://bucket?region=a', { AWS_ACCESS_KEY_ID: '' }],
    ['s3://bucket?region=a', { AWS_SECRET_ACCESS_KEY: '' }],
  ])('%s is refused in one line that repeats nothing', (url, more) => {
    const refused = (): unknown => of(url, more);
    expect(refused).toThrow(WrongSetting);
    expect(refused).toThrow(/^[^\n]{20,160}\.$/);
    expect(refused).not.toThrow(/secret-here|bucket\?/);
  });
});
