/** Wing 4, explain: a request (history, indication) → what the person has, what happened to them, and what their doctor asks. A question is never told as a fact. */
import type { Span } from '../../document.ts';
import type { How, PlainSentence } from '../../explanation.ts';
import { unfaithful } from '../../faithfulness.ts';
import { longestForm } from '../../search.ts';
import type { Related, SegmentedStatement } from '../../stages.ts';
import type { RequestContext } from './request-chunks.ts';
import { itemOf, type RequestItem } from './request-item.ts';
import { piecesOf, type RequestPiece } from './request-pieces.ts';
import type { RequestWords } from './request-words.ts';
import { finished } from './writing.ts';

export interface ToldRequest {
  readonly plain: readonly (PlainSentence & { readonly how: How })[];
  readonly notExplained: readonly Span[];
}

/** Sections of a report that hold a request, but not what was long ago, in the family or taken. */
export function requestSections({ sections, source }: Related, words: RequestWords | null): ReadonlySet<string> {
  const isOther = (heading: Span | undefined): boolean =>
    source.text
      .slice(...(heading ?? [0, 0]))
      .toLowerCase()
      .split(/[^a-z]+/)
      .some((word) => words?.otherHeadings.has(word));
  return new Set(
    words ? sections.filter(({ code, heading }) => code === 'history' && !isOther(heading)).map(({ id }) => id) : [],
  );
}

/** One telling of neighbors: "a cough" and "a fever" in one sentence. */
interface Group {
  readonly items: RequestItem[];
  readonly opens: number;
  to: number;
}

/** null where the request is more than a list: it is then told word for word. */
export function requestOf({ from, to }: SegmentedStatement, context: RequestContext): ToldRequest | null {
  const { related, words } = context;
  const pieces = piecesOf(related, [from, to], words, context.clause.language);
  if (!pieces?.length) return null;
  const plain: (PlainSentence & { how: How })[] = [];
  const groups: Group[] = [];
  const notExplained: Span[] = [];
  const spanFrom = (opens: number, end: number): Span => [
    related.tokens[opens]?.start ?? 0,
    related.tokens[end - 1]?.end ?? 0,
  ];
  let denying = false;
  for (const piece of pieces) {
    const measured = measureOf(piece, context);
    const item: RequestItem | null =
      measured ?? (piece.from < piece.to ? itemOf(piece, denying, context) : nothingIn(piece));
    if (!item) return null;
    denying = item.denied;
    notExplained.push(...item.unknown);
    const last = groups.at(-1);
    if (last && !measured && isAlike(last.items[0], item)) {
      last.items.push(item);
      last.to = piece.to;
    } else groups.push({ items: [item], opens: piece.opens, to: piece.to });
  }
  // "yearly screening", "no earlier biopsy": nothing in it could be taken for a finding
  if (groups.every(({ items }) => items.every(({ manner, denied, named }) => manner === 'says' && (denied || !named))))
    return null;
  for (const { items, opens, to: end } of groups) {
    const text = finished(sentenceOf(items, words), context.clause.language);
    const chunks = items.flatMap((item) => item.chunks);
    const source = chunks.length ? context.sourceOf(chunks) : related.source.text.slice(...spanFrom(opens, end));
    if (unfaithful(text, source)) return null;
    const how = items.some(({ unknown }) => unknown.length) ? 'substituted' : 'composed';
    plain.push({ text, basis: [spanFrom(opens, end)], how });
  }
  return { plain, notExplained };
}

const isAlike = (one: RequestItem | undefined, other: RequestItem): boolean =>
  one !== undefined &&
  one.text !== '' &&
  one.manner === other.manner &&
  one.long === other.long &&
  one.denied === other.denied;

/** "Preoperative evaluation": the sign says it all. */
const nothingIn = ({ manner }: RequestPiece): RequestItem | null =>
  manner && { manner, text: '', many: false, long: false, denied: false, named: true, chunks: [], unknown: [] };

/** "GCS 14": a measure, and its value as written. */
function measureOf({ from, to, manner, listed }: RequestPiece, { related, words }: RequestContext): RequestItem | null {
  const { tokens, source } = related;
  const term = longestForm(words.terms, source.text, tokens, from, to);
  if (term?.value.as !== 'measure' || (manner && !listed)) return null;
  const first = tokens[term.to]?.kind === 'mark' ? term.to + 1 : term.to;
  if (first >= to || to - first > LONGEST_VALUE || tokens[first]?.kind !== 'number') return null;
  const value = source.text.slice(tokens[first]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  const text = term.value.plain.replace('{value}', value);
  return { manner: 'says', text, many: false, long: true, denied: false, named: true, chunks: [], unknown: [] };
}
const LONGEST_VALUE = 5; // tokens: 3/4/2024

function sentenceOf(items: readonly RequestItem[], { documents }: RequestWords): string {
  const [first] = items;
  if (!first) return '';
  if (first.chunks.length === 0 && first.text) return first.text;
  const { text, many, long, alone } = documents.tells[first.manner];
  if (!first.text) return alone ?? '';
  const either = first.denied || first.manner === 'asks' || first.manner === 'denies' || first.manner === 'never';
  const frame = (first.long && long) || (first.many && many) || text;
  const link = first.manner === 'says' ? null : either ? documents.joins.or : documents.joins.and;
  return frame.replace('{what}', listed(items, link));
}

/** "a cough, fever and chest pain"; a comma alone where the last holds the link itself. */
function listed(items: readonly RequestItem[], link: string | null): string {
  const texts = items.map(({ text }) => text);
  const last = texts.at(-1) ?? '';
  if (texts.length < 2) return last;
  const joint = link === null || last.includes(` ${link} `) ? ', ' : ` ${link} `;
  return `${texts.slice(0, -1).join(', ')}${joint}${last}`;
}
