/** Words that name an examination: modalities, body regions, contrast. */
import { z } from 'zod';
import { forms, provenance, written } from './common.ts';

export const MODALITIES = ['CT', 'MR', 'XR', 'US', 'MG', 'NM', 'PT', 'DXA', 'FL', 'IR', 'ECHO', 'ES'] as const;

const words = {
  match: forms.default([]),
  /** forms that count only as written, letter by letter: US, MR */
  exact: forms.default([]),
};
const loose = { match: z.array(z.string()).default([]), exact: z.array(z.string()).default([]) };

export const study = z.strictObject({
  ...provenance,
  tests: z.array(
    z.strictObject({
      modality: z.enum(MODALITIES),
      /** body region that the name itself holds */
      region: z.string().optional(),
      /** contrast that the name itself holds */
      contrast: z.enum(['with', 'without', 'with-and-without']).optional(),
      ...loose,
    }),
  ),
  /** `within`: the region that an examination of this part belongs to; advice names the part itself */
  regions: z.array(z.strictObject({ region: z.string(), within: z.string().optional(), ...words })),
  contrast: z.array(z.strictObject({ contrast: z.enum(['with', 'without', 'with-and-without']), ...words })),
  /** words of dates and times of day, and of what a date belongs to */
  calendar: z.strictObject({
    months: z.record(z.string(), z.number()),
    weekdays: forms,
    hours: forms,
    days: written,
    joins: forms,
    exam: forms,
    other: forms,
  }),
  /** words that tell which modality a bare "scan" is: viability → US; those of ultrasound are of an unborn child unless they say no */
  contexts: z.array(z.strictObject({ modality: z.enum(MODALITIES), unborn: z.boolean().default(true), ...words })),
});
