/** Identifiers that other systems have for the same thing. Facts only: a wider or narrower thing is not the same. */
import { z } from 'zod';
import { provenance, slug } from './common.ts';

export const radlexFile = z.strictObject({
  source: z.string().min(1),
  reviewed: provenance.reviewed,
  /** concept → RadLex identifier */
  codes: z.record(slug, z.string().regex(/^RID\d{1,6}$/)),
});
