/** JSON Schema (draft 2020-12) of every document, made from the Zod schemas. */
import { z } from 'zod';
import { comparison, deidentification } from './comparison.ts';
import { explanation } from './explanation.ts';
import { failure, listing } from './failure.ts';
import { reading } from './reading.ts';
import { extraction } from './source.ts';

export const DOCUMENTS = { reading, explanation, extraction, comparison, deidentification, listing, failure } as const;
export type DocumentName = keyof typeof DOCUMENTS;

export const jsonSchema = (name: DocumentName): object =>
  z.toJSONSchema(DOCUMENTS[name], { target: 'draft-2020-12', io: 'output' });
