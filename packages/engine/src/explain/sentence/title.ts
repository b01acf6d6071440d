/** Wing 4, explain: titles of exams, lines of technique and comparison: their short forms as plain words, in the order in which they are said. */
import type { Modifier, WordsDocuments } from '@readingscan/knowledge';
import { longestForm } from '../../search.ts';
import type { Knowledge, Related, SegmentedStatement } from '../../stages.ts';
import { buildTrie, type FormEntry, phraseTrie, type Trie } from '../../trie.ts';
import { type Chunk, chunksOf, type PieceIndex } from './chunk.ts';
import { isAnatomy, isTest } from './chunk-kinds.ts';
import { comma, nounChunk, placeOf, wordingChunk } from './own-chunk.ts';

type Titles = WordsDocuments['titles'];
type Term = Titles['terms'][number];

export interface TitleWords {
  readonly documents: Titles;
  readonly terms: Trie<Term>;
  readonly none: Trie<true>;
  readonly idle: Trie<true>;
}

const cache = new WeakMap<Titles, TitleWords>();

export function titleWordsOf({ words, lexicon: { spelling } }: Knowledge): TitleWords | null {
  if (!words) return null;
  const documents = words.documents.titles;
  let found = cache.get(documents);
  if (!found) {
    const trieOf = (forms: readonly string[]): Trie<true> => phraseTrie(forms, spelling);
    const terms = documents.terms.flatMap((term) => term.match.map((form): FormEntry<Term> => [form, term]));
    found = {
      documents,
      terms: buildTrie(terms, spelling),
      none: trieOf(documents.comparison.none),
      idle: trieOf(documents.idle),
    };
    cache.set(documents, found);
  }
  return found;
}

/** "None." under COMPARISON: there is no earlier scan. */
export function isNone(related: Related, { from, to }: SegmentedStatement, { none }: TitleWords): boolean {
  const { source, tokens } = related;
  const end = tokens[to - 1]?.norm === '.' ? to - 1 : to;
  return longestForm(none, source.text, tokens, from, end)?.to === end;
}

/** The chunks of a title, its short forms as what they mean. */
export function titleChunks(
  related: Related,
  { from, to }: SegmentedStatement,
  words: TitleWords,
  index: PieceIndex,
  knowledge: Knowledge,
): readonly Chunk[] {
  const { source, tokens } = related;
  const found: Chunk[] = [];
  const side = (id: string): Modifier | undefined => knowledge.reading.modifiers.find((modifier) => modifier.id === id);
  let gap = from;
  const fill = (end: number): void => {
    if (gap < end) found.push(...chunksOf(related, [gap, end], index, knowledge));
    gap = end;
  };
  for (let at = from; at < to; ) {
    const term = index.inside.has(at) ? null : longestForm(words.terms, source.text, tokens, at, to);
    const idle = index.inside.has(at) ? null : longestForm(words.idle, source.text, tokens, at, to);
    const named = index.concept.get(at)?.to ?? 0;
    // "post RT": treatment and no side
    if (term && named <= term.to && !(term.value.as === 'side' && named > 0)) {
      fill(at);
      const modifier = term.value.as === 'side' ? side(term.value.plain) : undefined;
      if (modifier) found.push({ kind: 'modifier', modifier, ...placeOf(related, at, term.to) });
      else add(found, term.value, at, term.to, related);
      at = term.to;
      gap = at;
    } else if (idle && at > from && isLast(idle.to, to, related)) {
      fill(at);
      const last = found.at(-1);
      if (!isTest(last) && !(isAnatomy(last) && found.some(isTest))) fill(idle.to);
      at = idle.to;
      gap = at;
    } else at += 1;
  }
  fill(to);
  return sidesFirst(withoutKind(found));
}

/** Nothing of the title follows. */
const isLast = (at: number, to: number, { tokens }: Related): boolean => at >= to || tokens[at]?.kind === 'mark';

function add(found: Chunk[], term: Term, from: number, to: number, related: Related): void {
  const place = placeOf(related, from, to);
  const { plain, as, number } = term;
  if (as === 'test' || as === 'organ') found.push(nounChunk(plain, number, as === 'test' ? 'test' : 'anatomy', place));
  else {
    // "chest X-ray, front and side views"
    const last = found.at(-1);
    if (as === 'view' && last && (last.kind === 'concept' || last.kind === 'wording' || isSide(last)))
      found.push(comma(placeOf(related, from, from)));
    found.push(wordingChunk(plain, 'adverb', place));
  }
}

/** "US LEG VENOUS DOPPLER": the kind of scan named first is part of the name that follows. */
function withoutKind(chunks: readonly Chunk[]): readonly Chunk[] {
  const [first, ...rest] = chunks;
  const kind = isTest(first) ? first.words.plain : null;
  const isNamed = (chunk: Chunk): boolean => isTest(chunk) && chunk.words.plain.endsWith(` ${kind}`);
  return kind && rest.some(isNamed) ? rest : chunks;
}

/** "KNEE LT" → "left knee" */
function sidesFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const out = [...chunks];
  for (let at = 1; at < out.length; at += 1) {
    const side = out[at];
    const organ = isTest(out[at - 1]) ? at - 2 : at - 1; // "LEG DOPPLER RT"
    if (!side || !isSide(side) || !isAnatomy(out[organ]) || isAnatomy(out[at + 1])) continue;
    out.splice(at, 1);
    out.splice(organ, 0, side);
  }
  return out;
}

const isSide = (chunk: Chunk): boolean => chunk.kind === 'modifier' && chunk.modifier.role === 'side';
