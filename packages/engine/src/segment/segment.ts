/** Wing 1, segment: text → sections, statements, impression items, tokens. */
import type { Section, SectionCode, Source, Span } from '../document.ts';
import { firstPhrase, phraseAt } from '../search.ts';
import type { Knowledge, Segmented, SegmentedItem, SegmentedStatement } from '../stages.ts';
import { tokenize } from '../token.ts';
import { headingsOf } from './boundaries.ts';
import type { Cut } from './course.ts';
import { withDeniedLists } from './denied-lists.ts';
import { impliedImpression, isBrief, tellingPieces, withImplied } from './implied-impression.ts';
import { itemSpan, itemsOf } from './items.ts';
import { type Page, pageOf } from './page.ts';
import { withPartedWords } from './parted-words.ts';
import { withReason } from './reason-first.ts';
import { withSecondReadings } from './second-reading.ts';
import { sectionsOf } from './sections.ts';
import { claims } from './seen.ts';
import { withStageSigns } from './stage-signs.ts';
import { type Piece, type Told, tell } from './statements.ts';
import { standingOf } from './status.ts';
import { withBody } from './told-in-context.ts';
import { isSized } from './unheaded.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

export function segment(source: Source, knowledge: Knowledge): Segmented {
  const words = vocabularyOf(knowledge);
  const { text } = source;
  const printed = withPartedWords(text, tokenize(text, knowledge.book), knowledge);
  const tokens = withDeniedLists(text, withStageSigns(printed, knowledge), knowledge);
  const page = pageOf(text, tokens);
  const headings = headingsOf(page, words);
  const parts = tellAll(page, withSecondReadings(page, sectionsOf(page, headings, words), words), words);
  const headed = withReason(page, withBody(page, parts), words);
  const { told, implied } = concluded(page, headed, headings.length > 0, words);
  const cuts: Cut[] = [];
  const sections: Section[] = [];
  const ids = new Map<Piece, string>();
  const statements: SegmentedStatement[] = [];
  for (const { cut, pieces } of told) {
    const section = `sec${cuts.push(cut)}`;
    sections.push(sectionOf(page, cut, section, implied.has(cut)));
    const concludes = ITEMIZED.has(cut.code) || implied.has(cut);
    for (const piece of pieces) {
      const id = `st${statements.length + 1}`;
      if (concludes) ids.set(piece, id);
      statements.push(statementOf(page, piece, id, section));
    }
  }
  const items: SegmentedItem[] = [];
  for (const group of groupsOf(page, told, implied, words, headings.length > 0)) {
    const own: string[] = [];
    for (const piece of group) own.push(ids.get(piece) ?? '');
    items.push({ rank: items.length + 1, span: itemSpan(page, group), statements: own });
  }
  return { source, tokens, sections, statements, items, ...standingOf(page, cuts, words, knowledge) };
}

/** Words of an addendum that bring something: a finding, a size, a correction; not "compared with an older exam". */
const adds = (page: Page, { body, to }: Piece, words: Vocabulary): boolean =>
  firstPhrase(words.adds, page.tokens, body, to) !== null ||
  (!phraseAt(words.asked.opens, page.tokens, body, to) && (claims(page, body, to, words) || isSized(page, body, to)));

function statementOf({ tokens }: Page, piece: Piece, id: string, section: string): SegmentedStatement {
  const span: Span = [tokens[piece.from]?.start ?? 0, tokens[piece.to - 1]?.end ?? 0];
  const { item, body, to } = piece;
  return { id, section, span, item: item > 0 ? item : undefined, from: body, to };
}

function tellAll(page: Page, cuts: readonly Cut[], words: Vocabulary): readonly Told[] {
  const told: Told[] = [];
  let line = 0;
  for (const cut of cuts) {
    while (line < page.lines.length - 1 && (page.lines[line]?.to ?? 0) <= cut.from) line += 1;
    told.push(tell(page, cut, line, words));
  }
  return told;
}

const NONE: ReadonlySet<Cut> = new Set();

/** With no heading for an impression, the concluding words of the findings become one. */
function concluded(
  page: Page,
  told: readonly Told[],
  headed: boolean,
  words: Vocabulary,
): { told: readonly Told[]; implied: ReadonlySet<Cut> } {
  const none = { told, implied: NONE };
  if (told.some(({ cut }) => cut.code === 'impression' || cut.code === 'findings_impression')) return none;
  const at = told.findLastIndex(({ cut, pieces }) => cut.code === 'findings' && pieces.length > 0);
  const findings = told[at];
  if (!findings) return none;
  const found = impliedImpression(page, findings, words);
  if (!found || found.at <= findings.cut.body) {
    const all = told.flatMap(({ cut, pieces }) => (cut.code === 'findings' ? pieces : []));
    const titled = told.some(({ cut }) => cut.code !== 'findings');
    return headed || all.length === 1 || (titled && isBrief(page, all, words))
      ? { told, implied: new Set(told.filter(({ cut }) => cut.code === 'findings').map(({ cut }) => cut)) }
      : none;
  }
  const parts = withImplied(findings.cut, found);
  return {
    told: [...told.slice(0, at), ...tellAll(page, parts, words), ...told.slice(at + 1)],
    implied: impliedOf(parts),
  };
}

/** The conclusion; what was found where only advice follows it. */
function impliedOf(parts: readonly Cut[]): ReadonlySet<Cut> {
  const concluding = parts.filter(({ code }) => code === 'impression');
  return new Set(concluding.length > 0 ? concluding : parts.filter(({ code }) => code === 'findings'));
}

function sectionOf({ tokens }: Page, cut: Cut, id: string, implied: boolean): Section {
  return {
    id,
    code: cut.code,
    loinc: cut.loinc,
    heading: cut.heading ?? undefined,
    span: [tokens[cut.from]?.start ?? 0, tokens[cut.to - 1]?.end ?? 0],
    implied,
  };
}

/** Sections that items come from, beside those that are an impression by implication. */
const ITEMIZED: ReadonlySet<SectionCode> = new Set(['impression', 'findings_impression', 'addendum']);

/** Items of every impression in the order of the text, then what an addendum adds. */
function groupsOf(
  page: Page,
  told: readonly Told[],
  implied: ReadonlySet<Cut>,
  words: Vocabulary,
  headed: boolean,
): readonly (readonly Piece[])[] {
  const items: (readonly Piece[])[] = [];
  const added: (readonly Piece[])[] = [];
  for (const part of told) {
    const { cut, pieces } = part;
    if (cut.code === 'impression' || cut.code === 'findings_impression')
      for (const item of itemsOf(page, part, words)) items.push(item);
    else if (cut.code === 'findings' && implied.has(cut))
      for (const piece of tellingPieces(page, pieces, words, headed)) items.push([piece]);
    else if (cut.code === 'addendum') {
      // "The side was stated wrongly. It is the right.": the item that it is about stays, with a note
      const isWording = pieces.some(({ body, to }) => firstPhrase(words.misstates, page.tokens, body, to) !== null);
      const own = isWording ? [] : pieces.filter((piece) => adds(page, piece, words));
      if (own.length > 0) added.push(own);
    }
  }
  return added.length > 0 ? [...items, ...added] : items;
}
