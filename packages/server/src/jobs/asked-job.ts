/** What a program asks to be done, by the address and the head of its request, before any of it is read. */
import { LANGUAGES } from '@readingscan/reader/languages';
import { z } from 'zod';
import type { Fault } from '../problem.ts';
import { JOB_FAULTS } from './faults.ts';
import { type AskedJob, JOB_TASKS, type JobKind } from './job.ts';
import { MOST_FILE_BYTES, MOST_JOB_BYTES } from './leaving.ts';

export type Asked = { readonly ok: true; readonly job: AskedJob } | { readonly ok: false; readonly fault: Fault };

export const BATCH_TYPES = ['application/x-ndjson', 'application/ndjson', 'application/jsonl'] as const;
export const FILE_TYPES = ['application/pdf', 'application/octet-stream'] as const;

const QUERY = z.strictObject({
  task: z.enum(JOB_TASKS).default('explain'),
  language: z.enum(LANGUAGES).optional(),
  level: z.enum(['plain', 'standard']).optional(),
  region: z.string().max(8).optional(),
});

const POINTS = 10;
const MEGABYTE = 1024 * 1024;

export function askedJob(query: Readonly<Record<string, string>>, contentType: string): Asked {
  const known = QUERY.safeParse(query);
  if (!known.success) return { ok: false, fault: JOB_FAULTS.option };
  const kind = kindOf(contentType);
  if (!kind) return { ok: false, fault: JOB_FAULTS.kind };
  const { task, language, level, region } = known.data;
  const options = {
    ...(language === undefined ? {} : { language }),
    ...(level === undefined ? {} : { level }),
    ...(region === undefined ? {} : { region }),
  };
  return { ok: true, job: { kind, task, options } };
}

function kindOf(contentType: string): JobKind | null {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (BATCH_TYPES.some((one) => one === type)) return 'batch';
  return FILE_TYPES.some((one) => one === type) ? 'file' : null;
}

/** In points. A batch costs by its length, less than its reports would one by one: they wait for others. */
export function costOfJob(headers: Headers): number {
  const isFile = kindOf(headers.get('content-type') ?? '') === 'file';
  const most = isFile ? MOST_FILE_BYTES : MOST_JOB_BYTES;
  const declared = Number(headers.get('content-length') ?? Number.NaN);
  const bytes = Number.isFinite(declared) ? Math.min(declared, most) : most;
  return POINTS + Math.ceil(bytes / MEGABYTE);
}
