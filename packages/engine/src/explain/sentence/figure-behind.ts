/** Wing 4, explain: a figure that stands alone behind what it counts is told behind a colon: "Post void residual 45 mL", "Metastases = 0". */
import type { Chunk } from './chunk.ts';
import { isAnatomy, isFinding, isTest } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { spotBefore } from './own-chunk.ts';

/** The same chunks; where they open with a name and its figure, or its date, the name is a label. */
export function withFigureBehind(chunks: readonly Chunk[], { examHeads }: Language): readonly Chunk[] {
  const [test, date] = chunks;
  const isExam = isTest(test) && examHeads.some((head) => test.words.plain.includes(head));
  if (isTest(test) && date && !isExam && isDate(chunks))
    return [test, colon({ ...date, ...spotBefore(date) }), ...chunks.slice(1)];
  let at = 0;
  while (at < LONGEST_NAME && (chunks[at]?.kind === 'modifier' || isAnatomy(chunks[at]))) at += 1;
  const figure = chunks[at + 1];
  if (!isFinding(chunks[at]) || !figure) return chunks;
  if (figure.text === '=') return [...chunks.slice(0, at + 1), colon(figure), ...chunks.slice(at + 2)];
  if (figure.kind !== 'quantity' || !AMOUNT.test(figure.text)) return chunks;
  return [...chunks.slice(0, at + 1), colon({ ...figure, ...spotBefore(figure) }), ...chunks.slice(at + 1)];
}

const LONGEST_NAME = 6; // chunks
/** a volume, or nothing at all: no size that goes before its noun */
const AMOUNT = /^0\s?[cm]m$|\d\s?(?:m[lL]|cc)$/;

/** "LMP 04/09/2026" and nothing more */
const isDate = (chunks: readonly Chunk[]): boolean =>
  chunks.length <= LONGEST_DATE &&
  DATE.test(
    chunks
      .slice(1)
      .map(({ text }) => text)
      .join(''),
  );
const LONGEST_DATE = 8; // chunks
const DATE = /^\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?\.?$/;

const colon = ({ from, to, start, end }: Chunk): Chunk => ({
  kind: 'mark',
  from,
  to,
  start,
  end,
  text: ':',
  glued: true,
});
