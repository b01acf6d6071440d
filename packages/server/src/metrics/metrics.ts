/** All figures of a running server, gathered when they are asked for: no name, no address, no id, no word of a report is among them. */
import { exposition, type Family, type Sample } from './exposition.ts';
import { processFigures } from './process-figures.ts';
import { type Answered, requests } from './requests.ts';

export type Counted = 'saved' | 'deleted';
/** Of jobs of programs. */
export type CountedWork = 'answered' | 'refused' | 'done';

export interface Metrics {
  begun(): void;
  answered(answered: Answered): void;
  /** Of reports in accounts. */
  count(what: Counted, reports: number): void;
  /** Reports of jobs that this process read, and jobs that it brought to their end. */
  countWork(what: CountedWork, count: number): void;
  /** A figure that is read when it is asked for; what cannot be read then is left out. */
  watch(family: Omit<Family, 'samples'>, read: () => readonly Sample[] | Promise<readonly Sample[]>): void;
  text(): Promise<string>;
  close(): void;
}

export function openMetrics(version: string): Metrics {
  const asked = requests();
  const own = processFigures();
  const reports: Record<Counted, number> = { saved: 0, deleted: 0 };
  const work: Record<CountedWork, number> = { answered: 0, refused: 0, done: 0 };
  const watched: (() => Promise<readonly Family[]>)[] = [];
  return {
    begun: asked.begun,
    answered: asked.answered,
    count(what, count) {
      reports[what] += count;
    },
    countWork(what, count) {
      work[what] += count;
    },
    watch(family, read) {
      watched.push(async () => {
        try {
          return [{ ...family, samples: await read() }];
        } catch {
          return [];
        }
      });
    },
    async text() {
      const more = await Promise.all(watched.map((read) => read()));
      return exposition([
        {
          name: 'readingscan_build_info',
          help: 'Which version runs.',
          type: 'gauge',
          samples: [{ labels: { version, node: process.version }, value: 1 }],
        },
        ...asked.families(),
        {
          name: 'readingscan_saved_reports_total',
          help: 'Reports that were saved in accounts, and that were deleted by their owner or as their time ran out.',
          type: 'counter',
          samples: Object.entries(reports).map(([what, value]) => ({ labels: { what }, value })),
        },
        {
          name: 'readingscan_job_reports_total',
          help: 'Reports of jobs that this process answered, with a document or with an error.',
          type: 'counter',
          samples: (['answered', 'refused'] as const).map((what) => ({ labels: { what }, value: work[what] })),
        },
        {
          name: 'readingscan_jobs_done_total',
          help: 'Jobs that this process did the last part of.',
          type: 'counter',
          samples: [{ value: work.done }],
        },
        ...more.flat(),
        ...own.families(),
      ]);
    },
    close: own.close,
  };
}
