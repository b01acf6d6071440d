/** Schema of what is answered when a file cannot be explained. */
import { z } from 'zod';

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
    reports: z
      .array(
        z.object({
          number: z.number().int().positive(),
          title: z.string().nullable(),
          date: z.string().nullable(),
          kind: z.string(),
        }),
      )
      .optional(),
  }),
});
