/** Entries of the imaging glossary: one page each, written for the person who has read the word in a report. */
import { z } from 'zod';
import { provenance, slug } from './common.ts';

/** Examinations by which a reader knows them. */
export const SEEN_ON = [
  'x-ray',
  'ct',
  'mri',
  'ultrasound',
  'mammogram',
  'nuclear',
  'pet',
  'dxa',
  'fluoroscopy',
  'angiogram',
  'echo',
  'endoscopy',
] as const;

/** Where a person looks for a word. */
export const PARTS = ['head', 'chest', 'heart', 'belly', 'pelvis', 'spine', 'joints', 'general'] as const;

const sentences = (least: number, most: number) => z.string().min(least).max(most);

/** A page that was opened, and when. */
export const glossarySource = z.strictObject({
  title: z.string().min(4),
  publisher: z.string().min(2),
  url: z.url({ protocol: /^https?$/ }),
  read: z.iso.date(),
});

export const glossaryEntry = z.strictObject({
  /** the concept of that id */
  id: slug,
  /** as reports write it: "Pleural effusion" */
  name: sentences(2, 70),
  /** in one or two short sentences: what it is in a word, and whether to worry */
  answer: sentences(30, 260),
  what: sentences(60, 700),
  /** how it shows, by examination */
  seen: z.partialRecord(z.enum(SEEN_ON), sentences(20, 320)),
  /** what usually happens next; never an order */
  next: sentences(30, 500),
  /** words that are taken for it, and how they differ */
  falseFriends: z.array(z.strictObject({ term: sentences(2, 60), differs: sentences(20, 260) })).default([]),
  /** other concepts of the glossary */
  related: z.array(slug).min(1).max(8),
  /** sources of its file, by their key */
  sources: z.array(slug).min(1),
  reviewed: provenance.reviewed,
});
export type GlossaryEntry = z.infer<typeof glossaryEntry>;
export type GlossarySource = z.infer<typeof glossarySource>;

/** A page in a language that reports are only told in. What is the same in all languages stands in the one that is read. */
export const toldGlossaryEntry = z.strictObject({
  id: slug,
  name: z.string().min(1).max(90),
  answer: z.string().min(8).max(420),
  what: z.string().min(15).max(1100),
  seen: z.partialRecord(z.enum(SEEN_ON), z.string().min(5).max(520)),
  next: z.string().min(8).max(800),
  /** in the order of the language that is read */
  falseFriends: z
    .array(z.strictObject({ term: z.string().min(1).max(110), differs: z.string().min(5).max(420) }))
    .default([]),
  reviewed: provenance.reviewed,
});
export type ToldGlossaryEntry = z.infer<typeof toldGlossaryEntry>;

export const toldGlossaryFile = z.strictObject({ entries: z.array(z.record(z.string(), z.unknown())) });

export const glossaryFile = z.strictObject({
  /** of all entries of the file */
  part: z.enum(PARTS),
  sources: z.record(slug, glossarySource),
  entries: z.array(z.record(z.string(), z.unknown())),
});
export type GlossaryFile = z.infer<typeof glossaryFile>;
