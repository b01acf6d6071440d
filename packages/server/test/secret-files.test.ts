/** Secrets that lie in files, as containers are given them. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examine } from '../src/index.ts';
import { IN_FILES, withSecretFiles } from '../src/secret-files.ts';
import { WrongSetting } from '../src/wrong-setting.ts';

const file = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'readingscan-secret-')), 'one');
  writeFileSync(path, text);
  return path;
};

test('stand for the settings themselves, without the end of their line', () => {
  const env = Object.fromEntries(IN_FILES.map((name) => [`${name}_FILE`, file(`s3cret-${name}\n`)]));
  expect(withSecretFiles(env)).toEqual({
    ...env,
    ...Object.fromEntries(IN_FILES.map((name) => [name, `s3cret-${name}`])),
  });
  const none = { PORT: '1', SECRET_KEY_FILE: ' ' };
  expect(withSecretFiles(none)).toBe(none);
});

test.each<readonly [string, Record<string, string>, RegExp]>([
  [
    'both ways',
    { SECRET_KEY: 's3cret', SECRET_KEY_FILE: file('s3cret') },
    /^SECRET_KEY and SECRET_KEY_FILE are both set/,
  ],
  ['a file that is not there', { SMTP_URL_FILE: '/s3cret/none' }, /^SMTP_URL_FILE cannot be read/],
  ['an empty file', { DATABASE_URL_FILE: file('\n') }, /^DATABASE_URL_FILE is empty/],
])('given by %s stop the start, with one line that repeats none', async (_, env, said) => {
  let wrong: unknown;
  try {
    withSecretFiles(env);
  } catch (error) {
    wrong = error;
  }
  expect(wrong).toBeInstanceOf(WrongSetting);
  const { message } = wrong as WrongSetting;
  expect(message).toMatch(said);
  expect(message).not.toMatch(/s3cret|\n/);
  const findings = [];
  for await (const finding of examine(env)) findings.push(finding);
  expect(findings).toEqual([{ what: 'settings', isWell: false, said: message }]);
});
