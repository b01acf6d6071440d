/** Jobs as documents of the interface. */
import { z } from 'zod';
import { JOB_KINDS, JOB_STATES, JOB_TASKS, type JobView } from './job.ts';

const fields = {
  id: z.uuid(),
  kind: z.enum(JOB_KINDS).describe('batch: lines of reports; file: one file'),
  task: z.enum(JOB_TASKS),
  state: z.enum(JOB_STATES),
  total: z.int().nullable().describe('reports, or pages of a file; null while it is not known how many'),
  done: z.int().describe('of them'),
  refused: z.int().describe('results that are errors'),
  madeAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  goesAt: z.iso.datetime().describe('when it is deleted, unless something happens to it before'),
  error: z
    .enum(['attempts', 'sealed', 'credits'])
    .nullable()
    .describe(
      'why it failed: part of it was given up after five tries, it cannot be opened, or it cost more credits than there are',
    ),
};

export const jobDocument = z.object({ schema: z.literal('readingscan.job/1'), ...fields });
export const jobsDocument = z.object({
  schema: z.literal('readingscan.jobs/1'),
  jobs: z.array(z.object(fields)).describe('the newest first'),
  next: z.uuid().nullable().describe('what "after" is for the next page; null: this was the last one'),
});

const shown = ({ options: _, ...view }: JobView): z.infer<typeof jobsDocument>['jobs'][number] => view;

export const documentOf = (view: JobView): z.infer<typeof jobDocument> => ({
  schema: 'readingscan.job/1',
  ...shown(view),
});

export const listOf = (page: {
  readonly jobs: readonly JobView[];
  readonly next: string | null;
}): z.infer<typeof jobsDocument> => ({ schema: 'readingscan.jobs/1', jobs: page.jobs.map(shown), next: page.next });
