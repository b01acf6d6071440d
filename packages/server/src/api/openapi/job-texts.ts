/** What each job answers, for who writes a program. */
import type { ApiJob } from '@readingscan/web';
import type { SchemaName } from './schemas.ts';

interface JobText {
  readonly summary: string;
  readonly description: string;
  readonly schema: SchemaName;
}

export const JOB_TEXTS: Readonly<Record<ApiJob, JobText>> = {
  explain: {
    summary: 'The explanation of a report in plain words',
    description: 'Item by item of its Impression: what it says, how sure, how soon, what to do next and what to ask.',
    schema: 'Explanation',
  },
  read: {
    summary: 'The structured reading of a report',
    description: 'Findings with place, size, certainty and change, steps that are advised, calls, scores, dates.',
    schema: 'Reading',
  },
  extract: {
    summary: 'The text of a file, with its layout and doubts',
    description: 'Words and boxes of recognised text, places that may be read wrong, and warnings.',
    schema: 'Extraction',
  },
  compare: {
    summary: 'What changed between reports of one person',
    description: 'The same lesion through the reports, and which advised steps a later report answers.',
    schema: 'Comparison',
  },
  deidentify: {
    summary: 'The text of a report without what tells who it is about',
    description: 'Names, dates, numbers and places are replaced, each with its label and place.',
    schema: 'Deidentification',
  },
};
