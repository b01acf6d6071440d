/** Wing 2, recognize: the societies and classifications that advice follows: "per Fleischner 2017". */
import type { Item } from './items.ts';

export interface Guideline {
  readonly guideline: string;
  readonly at: number;
  /** in brackets at the end: it stands for the whole sentence */
  readonly everywhere: boolean;
}

/** Societies and classifications that the advice follows; a year right after the name belongs to it. */
export function guidelinesIn(items: readonly Item[]): Guideline[] {
  return items.flatMap((item, at) => {
    const { guideline } = item.mark;
    if (!guideline) return [];
    const next = items[at + 1];
    const year = /^(19|20)\d\d$/.test(next?.norm ?? '') ? ` ${next?.norm}` : '';
    const everywhere = items[at - 1]?.norm === '(' || at <= 3;
    return [{ guideline: `${guideline.guideline}${year}`, at, everywhere }];
  });
}
