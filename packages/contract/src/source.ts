/** Schema of what a file held. */
import type { Extraction, Source, Warning } from '@readingscan/engine';
import { z } from 'zod';
import { type Held, held } from './held.ts';
import { basis, list, span } from './parts.ts';

export const source = z.object({
  kind: z.enum(['text', 'image', 'pdf', 'docx', 'rtf', 'html', 'fhir', 'hl7v2', 'cda', 'dicom-sr', 'archive']),
  text: z.string(),
  pages: list(z.object({ number: z.number(), span, width: z.number(), height: z.number() })).exactOptional(),
  words: list(
    z.object({
      span,
      page: z.number(),
      box: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly(),
      confidence: z.number(),
    }),
  ).exactOptional(),
  doubts: list(
    z.object({
      span,
      kind: z.enum(['number', 'unit', 'side', 'negation', 'word']),
      confidence: z.number(),
      alternatives: list(z.string()),
    }),
  ).exactOptional(),
});

export const warning = z.object({
  code: z.enum([
    'doubtful-text',
    'hidden-text',
    'text-layer-differs',
    'several-reports',
    'several-people',
    'page-missing',
    'preliminary',
    'addendum-changes',
    'withdrawn',
    'truncated',
  ]),
  message: z.string(),
  basis,
});

export const extraction = z.object({ schema: z.literal('readingscan.extraction/1'), source, warnings: list(warning) });

held<Held<typeof source, Source>>(true);
held<Held<typeof warning, Warning>>(true);
held<Held<typeof extraction, Extraction>>(true);
