/** What a report brought from elsewhere has to look like: checked where a file or a request comes in. */
import { extraction } from '@readingscan/contract';
import { z } from 'zod';
import { LONGEST_NAME, MOST_TAGS } from './report.ts';

const MOST_TEXT = 500_000;

const person = z.string().max(LONGEST_NAME);
const tags = z.array(z.string().max(LONGEST_NAME)).max(MOST_TAGS);

/** A report without its originals. */
export const wordsOfReport = z.object({
  id: z.uuid(),
  kept: z.iso.datetime(),
  person,
  tags,
  source: extraction.shape.source.refine(({ text }) => text.length <= MOST_TEXT),
  warnings: extraction.shape.warnings,
});

/** Whose it is, its tags. */
export const changeOfReport = z.object({ person, tags }).partial();
