/** Wing 2, recognize: one thing that may be asked for, and the place in the sentence where it is looked for. */
import type { Modality, RecommendationAction } from '../../document.ts';
import { type Item, isA } from './items.ts';

export interface Target {
  /** items `[from, to)`, with the words that belong to it */
  readonly from: number;
  readonly to: number;
  readonly action: RecommendationAction;
  readonly modality: Modality | null;
  readonly region: string | null;
  /** counts only where something asks for it */
  readonly weak: boolean;
  /** a bare scan or study: the modality is that of this examination */
  readonly generic: boolean;
  /** what the person is asked to do, by its kind */
  readonly care: string | null;
}

export interface Scene {
  readonly items: readonly Item[];
  readonly from: number;
  readonly to: number;
  readonly free: (at: number) => boolean;
}

export const blank = { modality: null, region: null, weak: false, generic: false, care: null } as const;

export const HEADS = ['scan', 'follow', 'workup', 'surveil', 'repeat'] as const;
export const isFiller = (item: Item | undefined): boolean => isA(item, 'filler') || item?.norm === '-';
