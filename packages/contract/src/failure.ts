/** Schema of what is answered when a file cannot be explained. */
import { z } from 'zod';
import { source } from './source.ts';

const listed = z.object({
  number: z.number().int().positive(),
  title: z.string().nullable(),
  date: z.string().nullable(),
  kind: source.shape.kind,
});

/** The reports of a file, to choose from. */
export const listing = z.object({ schema: z.literal('readingscan.listing/1'), reports: z.array(listed) });

export const failure = z.object({
  error: z.object({
    code: z.enum([
      'usage',
      'several-reports',
      'unreadable',
      'unsupported',
      'too-large',
      'encrypted',
      'no-text',
      'not-a-report',
      'low-quality',
      'internal',
    ]),
    message: z.string(),
    hint: z.string(),
    /** beside `several-reports`: what `--report` chooses from */
    reports: z.array(listed).optional(),
  }),
});
