/** Wing 1, segment: a report whose only headings lead up to what was seen: "Comparison: None. Right pneumothorax." tells it behind the first sentence. */
import { SMALL } from './classify.ts';
import type { Cut } from './course.ts';
import { BODY } from './look-ahead.ts';
import type { Page } from './page.ts';
import type { Piece, Told } from './statements.ts';

/** The sections where one tells what was seen, or may be read as advice or a correction; else with findings behind the last that leads up to them. */
export function withBody({ tokens }: Page, told: readonly Told[]): readonly Told[] {
  if (told.some(({ cut: { code } }) => BODY.has(code) || code === 'recommendation' || code === 'addendum')) return told;
  const at = told.findLastIndex(({ cut, pieces }) => SMALL.has(cut.code) && cut.heading !== null && pieces.length > 1);
  const own = told[at];
  if (!own) return told;
  // "History: pain. Appendicitis?" asks on
  const from = own.pieces.findIndex(({ to }, i) => i > 0 && tokens[to - 1]?.norm !== '?');
  const second = own.pieces[from];
  if (!second || (own.cut.code === 'history' && !asks(tokens, own.pieces[0]))) return told;
  return parted(told, at, second, own.cut);
}

/** The sections, with findings in one of them from a sentence on; what stands before that sentence is in `lead`. */
export function parted(told: readonly Told[], at: number, first: Piece, lead: Cut): readonly Told[] {
  const own = told[at];
  const from = own?.pieces.indexOf(first) ?? -1;
  if (!own || from < 1) return told;
  const findings: Cut = {
    code: 'findings',
    loinc: undefined,
    heading: null,
    from: first.from,
    body: first.from,
    to: own.cut.to,
  };
  return [
    ...told.slice(0, at),
    { ...own, cut: { ...lead, to: first.from }, pieces: own.pieces.slice(0, from) },
    { ...own, cut: findings, pieces: own.pieces.slice(from) },
    ...told.slice(at + 1),
  ];
}

/** "Indication: ?PE. Saddle PE.": only behind a question can a history tell what was seen; "Pain. Old fracture. Diabetes." goes on. */
const asks = (tokens: Page['tokens'], first: Piece | undefined): boolean =>
  first !== undefined && tokens.slice(first.from, first.to).some(({ norm }) => norm === '?');
