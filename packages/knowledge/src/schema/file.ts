/** Which folders hold which kind of entry, and the shape of a knowledge file: defaults, then entries. */
import type { z } from 'zod';
import { concept } from './concept.ts';
import { change, cue } from './cue.ts';
import { heading } from './heading.ts';
import { modifier } from './modifier.ts';
import { phrase } from './phrase.ts';
import { wording } from './wording.ts';

export const LAYERS = ['concept', 'modifier', 'cue', 'change', 'heading', 'phrase', 'wording'] as const;
export type Layer = (typeof LAYERS)[number];

export interface Place {
  readonly layer: Layer;
  readonly schema: z.ZodType;
  /** set on every entry of the folder */
  readonly kind?: string;
  /** whether the compiler adds plurals of the last word */
  readonly inflect: boolean;
}

/** Folder (or file) under data/<language>/ → what its entries are. */
export const PLACES: Readonly<Record<string, Place>> = {
  findings: { layer: 'concept', schema: concept, kind: 'finding', inflect: true },
  anatomy: { layer: 'concept', schema: concept, kind: 'anatomy', inflect: true },
  devices: { layer: 'concept', schema: concept, kind: 'device', inflect: true },
  procedures: { layer: 'concept', schema: concept, kind: 'procedure', inflect: true },
  tests: { layer: 'concept', schema: concept, kind: 'test', inflect: true },
  modifiers: { layer: 'modifier', schema: modifier, inflect: false },
  context: { layer: 'cue', schema: cue, inflect: false },
  changes: { layer: 'change', schema: change, inflect: false },
  headings: { layer: 'heading', schema: heading, inflect: false },
  phrases: { layer: 'phrase', schema: phrase, inflect: false },
  wording: { layer: 'wording', schema: wording, inflect: false },
};
