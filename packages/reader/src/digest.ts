/** What a list of kept reports shows of each, and what several of them say together; told in one language, made where the engine is. */
import type { Comparison, Engine, NextStep, Source, Study, UrgencyTier, Warning } from '@readingscan/engine';
import { SEVERAL_PEOPLE } from './refusals.ts';
import type { ReaderResult } from './types.ts';

/** A report as it was kept: its words, and what was noticed when its file was opened. */
export interface KeptWords {
  readonly source: Source;
  readonly warnings: readonly Warning[];
}

export interface KeptInput {
  readonly kind: 'kept';
  readonly kept: KeptWords;
}

export interface Digest {
  readonly schema: 'readingscan.digest/1';
  readonly study: Pick<Study, 'modality' | 'date'>;
  /** parts of the body, in words of the language */
  readonly parts: readonly string[];
  readonly headline: string;
  readonly tier: UrgencyTier;
  readonly nextSteps: readonly NextStep[];
}

export interface Compared {
  readonly schema: 'readingscan.compared/1';
  readonly comparison: Comparison;
  /** plain names of the concepts in it, in words of the language */
  readonly names: Readonly<Record<string, string>>;
}

/** How a language calls things. */
export interface Names {
  readonly concept: (id: string) => string;
  readonly region: (name: string) => string;
}

export function digestOf({ source, warnings }: KeptWords, engine: Engine, names: Names): Digest {
  const { reading, headline, urgency, nextSteps } = engine.explain(source, { warnings });
  const { modality, date, regions } = reading.study;
  return {
    schema: 'readingscan.digest/1',
    study: { modality, date },
    parts: [...new Set(regions.map(names.region))],
    headline: headline.text,
    tier: urgency.tier,
    nextSteps,
  };
}

/** Reports of different people are never compared. */
export function comparedOf(kept: readonly KeptWords[], engine: Engine, names: Names): ReaderResult<Compared> {
  const comparison = engine.compare(kept.map(({ source, warnings }) => engine.read(source, warnings)));
  if ('error' in comparison) return { ok: false, error: { ...comparison.error, ...SEVERAL_PEOPLE } };
  const named = comparison.lesions.map(({ concept }) => [concept, names.concept(concept)] as const);
  return { ok: true, document: { schema: 'readingscan.compared/1', comparison, names: Object.fromEntries(named) } };
}
