/** Deidentify: a place of the text and what it tells. */
import type { IdentifierLabel } from '../deidentification.ts';

export interface Marked {
  readonly start: number;
  readonly end: number;
  readonly label: IdentifierLabel;
}

/** Without overlap, in the order of the text: of two that meet, the longer; of two as long, the one found first. */
export function resolved(found: readonly Marked[]): readonly Marked[] {
  const order = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Marked[] = [];
  for (const mark of order) {
    const last = out.at(-1);
    if (!last || mark.start >= last.end) out.push(mark);
    // what stands out of the one before is still to be taken away
    else if (mark.end > last.end)
      out[out.length - 1] = {
        ...(mark.end - mark.start > last.end - last.start ? mark : last),
        start: last.start,
        end: mark.end,
      };
  }
  return out;
}
