/** The one file that knows the order: segment → recognize → relate → explain. */
import type { FrameWords, ReadingKnowledge, ShippedWords } from '@readingscan/knowledge';
import { assertTarget, type TargetAnswer } from './assert.ts';
import { compare } from './compare/compare.ts';
import type { Comparison, NotOnePerson } from './comparison.ts';
import type { Deidentification } from './deidentification.ts';
import { deidentify } from './deidentify/deidentify.ts';
import type { Reading, Source, Warning } from './document.ts';
import { type ExplainOptions, explain } from './explain/explain.ts';
import type { Explanation } from './explanation.ts';
import { knowledgeOf, type Prepared } from './knowledge.ts';
import { recognize } from './recognize/recognize.ts';
import { fineStatements } from './relate/fine.ts';
import { foundSides } from './relate/found-side.ts';
import { relate } from './relate/relate.ts';
import { NOTHING_SAID, saidOf } from './relate/said.ts';
import { isReport } from './report-evidence.ts';
import { segment } from './segment/segment.ts';
import type { Related } from './stages.ts';

export type { ExplainOptions } from './explain/explain.ts';

export interface Engine {
  readonly read: (source: Source, warnings?: readonly Warning[]) => Reading;
  /** The explanation of a source; null where no words of a language were given. */
  readonly explain: (source: Source, options?: ExplainOptions) => Explanation;
  readonly assert: (text: string, target: string | readonly [number, number]) => TargetAnswer;
  /** The text without what tells who it is about. */
  readonly deidentify: (text: string) => Deidentification;
  /** What changed between readings of one person, oldest first. */
  readonly compare: (readings: readonly Reading[]) => Comparison | NotOnePerson;
  /** Whether a text is a radiology report at all. */
  readonly isReport: (reading: Reading) => boolean;
}

/**
 * Both files of the language of the reports, as compiled by `npm run knowledge`, and the words of another language that they are told in. `words` may
 * be null where nothing is explained; with what `prepare` made of the same knowledge a program starts sooner.
 */
export function createEngine(
  reading: ReadingKnowledge,
  words: ShippedWords | null,
  frames: FrameWords | null = null,
  prepared: Prepared | null = null,
): Engine {
  const knowledge = knowledgeOf(reading, words, frames, prepared);
  const related = (source: Source, warnings: readonly Warning[] = []): Related => {
    const all = relate(recognize(segment(source, knowledge), knowledge), knowledge);
    return warnings.length ? { ...all, warnings: [...warnings, ...all.warnings] } : all;
  };
  return {
    read: (source, warnings) => toReading(related(source, warnings), reading.version),
    explain: (source, options = {}) => {
      const all = related(source, options.warnings);
      return explain(
        {
          ...all,
          fine: stillFine(all, fineStatements(all, knowledge)),
          foundSides: foundSides(all, knowledge),
          said: frames ? saidOf(all, frames.documents.frames, knowledge) : NOTHING_SAID,
        },
        toReading(all, reading.version),
        knowledge,
        options,
      );
    },
    assert: (text, target) =>
      assertTarget(recognize(segment({ kind: 'text', text }, knowledge), knowledge), target, knowledge),
    deidentify: (text) => deidentify(text, knowledge),
    compare: (readings) => compare(readings, knowledge),
    isReport: (found) => isReport(found, knowledge),
  };
}

/** What a later note changes is no longer fine, and nothing is where the report was taken back. */
function stillFine({ amended, warnings }: Related, fine: ReadonlySet<string>): ReadonlySet<string> {
  if (warnings.some(({ code }) => code === 'withdrawn')) return new Set();
  return amended.size === 0 ? fine : new Set([...fine].filter((id) => !amended.has(id)));
}

function toReading(related: Related, version: string): Reading {
  return {
    schema: 'readingscan.reading/1',
    version,
    source: related.source,
    study: related.study,
    status: related.status,
    sections: related.sections,
    // written out: a rest copies far slower
    statements: related.statements.map(({ id, section, span, item }) => ({ id, section, span, item })),
    findings: related.findings,
    measurements: related.measurements,
    recommendations: related.recommendations,
    communications: related.communications,
    scores: related.scores,
    impression: related.impression,
    checks: related.checks,
    warnings: related.warnings,
    coverage: related.coverage,
  };
}
