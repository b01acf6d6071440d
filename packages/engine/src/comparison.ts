/** What changed between reports of one person. */
import type { Laterality, Place, Reading, Span } from './document.ts';

export interface Comparison {
  readonly schema: 'readingscan.comparison/1';
  readonly reports: readonly { readonly id: string; readonly date: string | null; readonly reading: Reading }[];
  readonly lesions: readonly Lesion[];
  readonly recommendations: readonly {
    readonly report: string;
    readonly recommendation: string;
    readonly due: { readonly from: string; readonly earliest: string; readonly latest: string | null } | null;
    readonly answered: 'yes' | 'no' | 'unknown';
    readonly by: string | null;
  }[];
  readonly summary: readonly {
    readonly text: string;
    readonly basis: readonly { readonly report: string; readonly span: Span }[];
  }[];
}

export interface Lesion {
  readonly id: string;
  readonly concept: string;
  readonly anatomy: readonly Place[];
  readonly laterality: Laterality | null;
  readonly seen: readonly {
    readonly report: string;
    readonly finding: string;
    readonly mm: readonly number[] | null;
    readonly basis: readonly Span[];
  }[];
  readonly change: 'new' | 'increased' | 'stable' | 'decreased' | 'gone' | 'not-mentioned' | 'uncertain';
}

/** Reports of different people are not compared. */
export interface NotOnePerson {
  readonly error: { readonly code: 'several-reports'; readonly message: string };
}
