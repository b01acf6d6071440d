/** The body map: which regions of concepts are shown at which of its places. */
import { z } from 'zod';
import { provenance } from './common.ts';

/** Places of the drawing (web/src/result/body-map.tsx); paired ones have a left and a right. */
export const BODY_PLACES = [
  'head',
  'neck',
  'chest',
  'abdomen',
  'pelvis',
  'spine',
  'shoulder',
  'arm',
  'elbow',
  'wrist',
  'hand',
  'hip',
  'leg',
  'knee',
  'ankle',
  'foot',
] as const;

export const body = z.strictObject({
  ...provenance,
  places: z.record(z.enum(BODY_PLACES), z.array(z.string().regex(/^[a-z-]+$/)).min(1)),
});
