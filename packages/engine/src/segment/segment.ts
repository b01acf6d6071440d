/** Wing 1, segment: text → sections, statements, impression items, tokens. */
import type { Section, Source, Span } from '../document.ts';
import type { Knowledge, Segmented, SegmentedItem, SegmentedStatement } from '../stages.ts';
import { tokenize } from '../token.ts';
import { firstPhrase } from '../trie.ts';
import { headingsOf } from './boundaries.ts';
import { impliedImpression, tellingPieces, withImplied } from './implied-impression.ts';
import { itemSpan, itemsOf } from './items.ts';
import { linesOf } from './lines.ts';
import { type Page, pageOf } from './page.ts';
import { type Cut, sectionsOf } from './sections.ts';
import { type Piece, type Told, tell } from './statements.ts';
import { standingOf } from './status.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

export function segment(source: Source, knowledge: Knowledge): Segmented {
  const words = vocabularyOf(knowledge);
  const { text } = source;
  const tokens = tokenize(text, knowledge.lexicon.spelling);
  const page = pageOf(text, tokens, linesOf(text, tokens));
  const headings = headingsOf(page, words);
  const headed = tellAll(page, sectionsOf(page, headings, words), words);
  const { told, implied } = concluded(page, headed, headings.length > 0, words);
  const cuts = told.map(({ cut }) => cut);

  const sections = cuts.map((cut, i): Section => sectionOf(page, cut, `sec${i + 1}`, implied.has(cut)));
  const ids = new Map<Piece, string>();
  const statements: SegmentedStatement[] = [];
  told.forEach(({ pieces }, i) => {
    for (const piece of pieces) {
      const id = `st${statements.length + 1}`;
      ids.set(piece, id);
      const span: Span = [tokens[piece.from]?.start ?? 0, tokens[piece.to - 1]?.end ?? 0];
      statements.push({
        id,
        section: `sec${i + 1}`,
        span,
        ...(piece.item > 0 ? { item: piece.item } : {}),
        from: piece.body,
        to: piece.to,
      });
    }
  });
  const items = groupsOf(page, told, implied, words).map(
    (group, i): SegmentedItem => ({
      rank: i + 1,
      span: itemSpan(page, group),
      statements: group.flatMap((piece) => ids.get(piece) ?? []),
    }),
  );
  return { source, tokens, sections, statements, items, ...standingOf(page, cuts, words, knowledge) };
}

function tellAll(page: Page, cuts: readonly Cut[], words: Vocabulary): readonly Told[] {
  let line = 0;
  return cuts.map((cut) => {
    while (line < page.lines.length - 1 && (page.lines[line]?.to ?? 0) <= cut.from) line += 1;
    return tell(page, cut, line, words);
  });
}

/** With no heading for an impression, the concluding words of the findings become one. */
function concluded(
  page: Page,
  told: readonly Told[],
  headed: boolean,
  words: Vocabulary,
): { told: readonly Told[]; implied: ReadonlySet<Cut> } {
  const none = { told, implied: new Set<Cut>() };
  if (told.some(({ cut }) => cut.code === 'impression' || cut.code === 'findings_impression')) return none;
  const at = told.findLastIndex(({ cut, pieces }) => cut.code === 'findings' && pieces.length > 0);
  const findings = told[at];
  if (!findings) return none;
  const found = impliedImpression(page, findings, words);
  if (!found || found.at <= findings.cut.body) {
    const alone = told.reduce((n, { cut, pieces }) => n + (cut.code === 'findings' ? pieces.length : 0), 0) === 1;
    return headed || alone
      ? { told, implied: new Set(told.filter(({ cut }) => cut.code === 'findings').map(({ cut }) => cut)) }
      : none;
  }
  const parts = withImplied(findings.cut, found);
  const cuts = told.flatMap(({ cut }, i) => (i === at ? parts : [cut]));
  return { told: tellAll(page, cuts, words), implied: new Set(parts.filter(({ code }) => code === 'impression')) };
}

function sectionOf({ tokens }: Page, cut: Cut, id: string, implied: boolean): Section {
  return {
    id,
    code: cut.code,
    ...(cut.loinc ? { loinc: cut.loinc } : {}),
    ...(cut.heading ? { heading: cut.heading } : {}),
    span: [tokens[cut.from]?.start ?? 0, tokens[cut.to - 1]?.end ?? 0],
    implied,
  };
}

/** Items of every impression in the order of the text, then what an addendum adds. */
function groupsOf(
  page: Page,
  told: readonly Told[],
  implied: ReadonlySet<Cut>,
  words: Vocabulary,
): readonly (readonly Piece[])[] {
  const items = told.flatMap((part) => {
    const { code } = part.cut;
    if (code === 'impression' || code === 'findings_impression') return itemsOf(page, part);
    if (code === 'findings' && implied.has(part.cut))
      return tellingPieces(page, part.pieces, words).map((piece) => [piece]);
    return [];
  });
  const added = told.flatMap(({ cut, pieces }) => {
    const own =
      cut.code === 'addendum' ? pieces.filter(({ body, to }) => firstPhrase(words.adds, page.tokens, body, to)) : [];
    return own.length > 0 ? [own] : [];
  });
  return [...items, ...added];
}
