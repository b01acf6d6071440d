/** A report as it is kept: the words that were read, never the sentences that were made of them. */
import type { KeptWords } from '@readingscan/reader/browser';

export interface KeptReport extends KeptWords {
  readonly id: string;
  /** when it was kept, ISO 8601 */
  readonly kept: string;
  /** whose it is, as the person wrote it; empty: their own */
  readonly person: string;
  readonly tags: readonly string[];
  /** photographs and files, only where the person asked for it */
  readonly originals: readonly Original[];
}

export interface Original {
  /** of its row */
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** An original with what it holds. */
export interface OriginalFile extends Original {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A report with all that was kept of it. */
export interface WholeReport {
  readonly report: KeptReport;
  readonly files: readonly OriginalFile[];
}

export const LONGEST_NAME = 80;
export const MOST_TAGS = 20;

export const personFrom = (typed: string): string => typed.trim().slice(0, LONGEST_NAME);

/** "knee, 2026" → knee · 2026, each once. */
export const tagsFrom = (typed: string): readonly string[] =>
  [
    ...new Set(
      typed
        .split(/[,，、;\n]/)
        .map((tag) => tag.trim().slice(0, LONGEST_NAME))
        .filter((tag) => tag !== ''),
    ),
  ].slice(0, MOST_TAGS);

export function bytesOf(report: KeptReport): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(report));
}

/** What was sealed was written by `bytesOf`: one boundary. */
export function reportOf(bytes: Uint8Array): KeptReport {
  return JSON.parse(new TextDecoder().decode(bytes)) as KeptReport;
}
