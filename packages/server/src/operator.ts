/** Who runs this installation: one YAML file, named by READINGSCAN_SITE or lying as `readingscan.yml` where the program is started. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Operator } from '@readingscan/web';
import { parse } from 'yaml';
import { z } from 'zod';
import { WrongSetting } from './wrong-setting.ts';

const line = z.string().trim().min(1).max(300).optional();

const schema = z.strictObject({
  operator: z.strictObject({
    name: line,
    address: line,
    country: line,
    mail: z.email().optional(),
    privacyMail: z.email().optional(),
  }),
});

const HERE = 'readingscan.yml';

/** Throws `WrongSetting`, with what to do, where the file cannot be read: a site must not name the wrong operator. */
export function readOperator(env: Readonly<Record<string, string | undefined>> = process.env): Operator {
  const named = env['READINGSCAN_SITE'];
  if (named === undefined && !existsSync(HERE)) return {};
  const path = resolve(named ?? HERE);
  const parsed = schema.safeParse(parsedYaml(path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new WrongSetting(
      `${path}: ${issue?.path.join('.') || 'file'}: ${issue?.message}. See readingscan.example.yml.`,
    );
  }
  const { operator } = parsed.data;
  return Object.fromEntries(Object.entries(operator).filter(([, value]) => value !== undefined));
}

function parsedYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch {
    throw new WrongSetting(`${path} cannot be read. Write it like readingscan.example.yml.`);
  }
}
