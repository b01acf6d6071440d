/** The compiled knowledge of one language: `reading` is all the engine needs to read, `words` all it needs to speak. */
import type { z } from 'zod';
import type { BODY_PLACES } from './schema/body.ts';
import type { ConceptEntry } from './schema/concept.ts';
import type { ChangeEntry, CueEntry } from './schema/cue.ts';
import type { ReadingDocuments, WordsDocuments } from './schema/documents.ts';
import type { Layer } from './schema/file.ts';
import type { GlossaryEntry, GlossaryFile, GlossarySource } from './schema/glossary.ts';
import type { HeadingEntry } from './schema/heading.ts';
import type { ModifierEntry } from './schema/modifier.ts';
import type { PhraseEntry } from './schema/phrase.ts';
import type {
  Frames,
  translatedConcept,
  translatedModifier,
  translatedPhrase,
  translatedScale,
} from './schema/translation.ts';
import type { WordingEntry } from './schema/wording.ts';

export type { Layer } from './schema/file.ts';
export type ConceptKind = 'finding' | 'anatomy' | 'device' | 'procedure' | 'test';
export type Significance = NonNullable<ConceptEntry['significance']>;

/** What the engine must know of a concept to read. */
export interface ReadingConcept {
  readonly id: string;
  readonly kind: ConceptKind;
  readonly significance?: Significance | undefined;
  readonly region?: string | undefined;
  readonly site?: string | undefined;
  readonly laterality?: 'left' | 'right' | 'midline' | undefined;
  readonly paired?: boolean | undefined;
  readonly broader?: string | undefined;
}

/** What the engine must know of a concept to speak of it. */
export interface ConceptWords {
  readonly plain: string;
  readonly plural?: string | undefined;
  readonly number: 'count' | 'mass' | 'plural';
  /** stands for `plain` where its place follows, with its plural: "break<|s>" (form-lines.ts) */
  readonly located?: string | undefined;
  readonly means: string;
  readonly term: boolean;
}

type Shipped<T> = Omit<T, 'examples' | 'source' | 'reviewed' | 'match' | 'abbreviations'>;
export type Modifier = Shipped<ModifierEntry>;
export type Cue = Shipped<CueEntry>;
export type ChangeCue = Shipped<ChangeEntry>;
export type Heading = Shipped<HeadingEntry>;
export type Phrase = Shipped<PhraseEntry>;
export type Wording = Shipped<WordingEntry>;

/** A written form of a heading, and the index of the heading. */
export type HeadingForm = readonly [text: string, entry: number];

/** Layers whose forms stand in running text; headings are looked for by themselves. */
export type TextLayer = Exclude<Layer, 'heading'>;

export interface ReadingKnowledge {
  readonly language: string;
  readonly version: string;
  /** of all that stands in it */
  readonly digest: string;
  readonly concepts: readonly ReadingConcept[];
  readonly modifiers: readonly Modifier[];
  readonly cues: readonly Cue[];
  readonly changes: readonly ChangeCue[];
  readonly headings: readonly Heading[];
  readonly phrases: readonly Phrase[];
  readonly wordings: readonly Wording[];
  /** names that hold their part of the body, told apart: three indexes in a row for each (compile/named-parts.ts) */
  readonly named: {
    /** general finding, part of the body → finding, all of them concepts */
    readonly findings: readonly number[];
    /** modifier, part of the body → finding */
    readonly states: readonly number[];
  };
  readonly headingForms: readonly HeadingForm[];
  /** forms that stand in running text, by layer: how they are written is told in form-lines.ts */
  readonly textForms: Readonly<Record<TextLayer, string>>;
  /** British and other spellings → the one that the forms use */
  readonly spelling: Readonly<Record<string, string>>;
  /** data/<language>/lists/<name>.yml: plain word lists by name (everyday, abbreviations …) */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** data/<language>/<name>.yml: the other documents, each with a schema of its own in schema/documents.ts */
  readonly documents: ReadingDocuments;
}

export interface WordsKnowledge {
  readonly language: string;
  readonly version: string;
  /** by concept id */
  readonly concepts: Readonly<Record<string, ConceptWords>>;
  readonly documents: WordsDocuments;
}

type Told<T extends z.ZodType> = Omit<z.infer<T>, 'id' | 'slug' | 'system' | 'source' | 'reviewed'>;
export type FrameConcept = Told<typeof translatedConcept>;
export type FrameModifier = Told<typeof translatedModifier>;

/** What the engine must know to speak a language that it does not read: sentences are built from what a report names. */
export interface FrameWords {
  readonly language: string;
  readonly version: string;
  readonly concepts: Readonly<Record<string, FrameConcept>>;
  readonly modifiers: Readonly<Record<string, FrameModifier>>;
  readonly phrases: Readonly<Record<string, Told<typeof translatedPhrase>>>;
  readonly scales: Readonly<Record<string, Told<typeof translatedScale>>>;
  readonly documents: { readonly templates: WordsDocuments['templates']; readonly frames: Frames };
}

/** A page of the glossary. */
export type GlossaryPage = Omit<GlossaryEntry, 'reviewed' | 'sources' | 'falseFriends'> & {
  /** as reports write it, where the page is in another language than reports are read in */
  readonly written?: string;
  readonly falseFriends: readonly { readonly term: string; readonly written?: string; readonly differs: string }[];
  readonly part: GlossaryFile['part'];
  /** other ways to write it, the plain name first */
  readonly also: readonly string[];
  readonly sources: readonly GlossarySource[];
  /** its identifier in RadLex, where that has the same thing */
  readonly radlex: string | null;
  /** the clinician who signed it */
  readonly reviewed: { readonly by: string; readonly date: string } | null;
};

/** The glossary of one language, in the order of its names; never loaded by the reader. */
export interface GlossaryKnowledge {
  readonly language: string;
  readonly version: string;
  readonly entries: readonly GlossaryPage[];
}

export type { ReadingDocuments, WordsDocuments } from './schema/documents.ts';
export type { Claimed, Frames } from './schema/translation.ts';

/** A place of the body map. */
export type BodyPlace = (typeof BODY_PLACES)[number];
