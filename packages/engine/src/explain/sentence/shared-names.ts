/** Wing 4, explain: names that share a noun or a degree, each told whole: "canal or foraminal stenosis", "mild mitral and tricuspid regurgitation". */
import type { ConceptWords, Modifier, ReadingConcept } from '@readingscan/knowledge';
import { shareDegree } from '../../degree-families.ts';
import { eachForm } from '../../search.ts';
import type { Knowledge } from '../../stages.ts';
import { tokenize } from '../../token.ts';
import type { Chunk } from './chunk.ts';
import { type ConceptChunk, isAdjective, isAnatomy, isFinding, isListLink } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { isBefore, isSide } from './modifiers.ts';
import { spotBefore } from './own-chunk.ts';

/** "probably benign mass": a mass, and what is probable is its nature; the name "benign mass" would call the mass probable. */
export function withNature(chunks: readonly Chunk[], language: Language, knowledge: Knowledge): readonly Chunk[] {
  if (!chunks.some((_, at) => isHedged(chunks, at, language))) return chunks;
  return chunks.flatMap((chunk, at): readonly Chunk[] => {
    if (!isFinding(chunk) || !isHedged(chunks, at, language)) return [chunk];
    const space = chunk.text.indexOf(' ');
    const modifier = modifierNamed(chunk.text.slice(0, space), knowledge);
    const rest = conceptNamed(chunk.text.slice(space + 1), knowledge);
    if (!modifier || rest?.concept.kind !== 'finding') return [chunk];
    const { from, start, glued } = chunk;
    const text = chunk.text.slice(0, space);
    return [
      { kind: 'modifier', modifier, from, to: from + 1, start, end: start + space, text, glued },
      { ...chunk, ...rest, from: from + 1, start: start + space + 1, text: chunk.text.slice(space + 1), glued: false },
    ];
  });
}

/** A finding of more than one word, behind what doubts only its nature. */
function isHedged(chunks: readonly Chunk[], at: number, { natureHedges }: Language): boolean {
  const chunk = chunks[at];
  if (!isFinding(chunk) || !chunk.text.includes(' ')) return false;
  return natureHedges.has(chunks[at - 1]?.text.toLowerCase().split(/\s/).at(-1) ?? '');
}

/** "no canal or foraminal stenosis": "canal stenosis" is a name of its own; so are "hip arthritis" of "right hip and left knee arthritis". */
export function withNouns(chunks: readonly Chunk[], language: Language, knowledge: Knowledge): readonly Chunk[] {
  let shared = chunks;
  for (let at = chunks.length - 1; at > 1; at -= 1) {
    const noun = shared[at];
    if (noun?.kind !== 'concept') continue;
    const list = listBefore(shared, at, noun, knowledge, language);
    for (const { from, to, named } of list) shared = [...shared.slice(0, from), named, ...shared.slice(to)];
    at = Math.min(at, list.at(-1)?.from ?? at);
  }
  return shared;
}

/** "mild mitral and tricuspid regurgitation", "mild MR and TR": both are mild. */
export function withDegrees(chunks: readonly Chunk[], language: Language, knowledge: Knowledge): readonly Chunk[] {
  if (!chunks.some(isDegree)) return chunks;
  let degree: readonly Chunk[] = [];
  let holder: ConceptChunk | null = null;
  return chunks.flatMap((chunk, at): readonly Chunk[] => {
    if (chunk.kind !== 'concept') return [chunk];
    const before = chunks[at - 1];
    const isOwn = isDegree(before);
    const isOne = holder !== null && (holder.shares || shareDegree(holder.concept, chunk.concept, knowledge));
    // "mild MR and TR, severe": what stands behind is its own
    const isOwnBehind = [at + 1, at + 2].some((i) => isDegree(chunks[i]) && chunks[i + 1]?.kind !== 'concept');
    const isShared = !isOwn && !isOwnBehind && degree.length > 0 && isOne && isListLink(before, language);
    const told = isShared ? degree.map((one) => ({ ...one, ...spotBefore(chunk), text: one.text.toLowerCase() })) : [];
    if (isOwn) degree = [before];
    else if (!isShared) degree = [];
    holder = chunk;
    return [...told, chunk];
  });
}

/** roles of words that say how much there is of something */
const DEGREES: ReadonlySet<string> = new Set(['severity', 'extent']);

const isDegree = (chunk: Chunk | undefined): chunk is Chunk =>
  chunk?.kind === 'modifier' && DEGREES.has(chunk.modifier.role);

interface Named {
  /** chunks that are told with the name */
  readonly from: number;
  readonly to: number;
  readonly named: ConceptChunk;
}

const LONGEST_LIST = 16; // chunks

/** What shares a noun, from right to left; nothing where one of the list does not. */
function listBefore(
  chunks: readonly Chunk[],
  at: number,
  noun: ConceptChunk,
  knowledge: Knowledge,
  language: Language,
): readonly Named[] {
  const list: Named[] = [];
  let first = at;
  for (;;) {
    while (isBefore(chunks[first - 1], language)) first -= 1;
    if (!isListLink(chunks[first - 1], language) || at - first > LONGEST_LIST) return list;
    // "solid, dark nodule" is one nodule; "abdominal/pelvic CT" one scan
    if (list.length === 0 && /^[,/]$/.test(chunks[first - 1]?.text ?? '')) return list;
    const isAnd = chunks[first - 1]?.text !== ',' && chunks[first - 2]?.text === ',';
    const to = isAnd ? first - 2 : first - 1;
    const run = runBefore(chunks, to, language);
    const named =
      run.length === 0 || isPlace(chunks, to - run.length, language) ? null : sharing(run, noun, knowledge, language);
    if (!named) return run.length === 0 && list.length > 0 ? list : [];
    first = to - run.length;
    list.push({ from: first, to, named });
  }
}

/** "dislocation of the left hip and right knee arthritis": the hip is where the dislocation is. */
function isPlace(chunks: readonly Chunk[], at: number, language: Language): boolean {
  const organ = chunks[at];
  if (organ?.kind !== 'concept' || isAdjective(organ, language)) return false;
  let before = at - 1;
  while (isBefore(chunks[before], language) || language.determiners.has(chunks[before]?.text.toLowerCase() ?? ''))
    before -= 1;
  return language.prepositions.has(chunks[before]?.text.toLowerCase() ?? '');
}

/** The last words before a link that can describe a noun: an adjective, "anterior cruciate", an organ; no finding. */
function runBefore(chunks: readonly Chunk[], end: number, language: Language): readonly Chunk[] {
  let from = end;
  while (end - from < 2) {
    const chunk = chunks[from - 1];
    const isWord = chunk?.kind === 'word' && !language.all.has(chunk.norm);
    const describes =
      isWord || (chunk?.kind === 'modifier' && !isSide(chunk)) || chunk?.kind === 'wording' || isAnatomy(chunk);
    if (!describes) break;
    // "linear fibrotic": how it looks is told apart from what it is
    if (from < end && chunk?.kind === 'modifier' && chunk.modifier.role !== 'position') break;
    from -= 1;
    if (chunk?.kind === 'concept') break;
  }
  return chunks.slice(from, end);
}

/** The words of a run with the noun of a name behind them, where that is a name too. */
function sharing(
  run: readonly Chunk[],
  noun: ConceptChunk,
  knowledge: Knowledge,
  language: Language,
): ConceptChunk | null {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return null;
  // the reader has named it already
  if (first === last && first.kind === 'concept' && first.shares) return first;
  const words = noun.text.split(/[\s-]+/);
  const text = run.map((chunk) => chunk.text).join(' ');
  const rest = withoutPrefix(noun.text, language);
  const candidates = [
    ...(rest === null ? [] : [`${text}${rest}`]),
    ...[1, 2].filter((n) => n < words.length).map((n) => `${text} ${words.slice(n).join(' ')}`),
  ];
  for (const candidate of candidates) {
    const found = conceptNamed(candidate, knowledge);
    if (found?.concept.kind !== noun.concept.kind || found.concept.id === noun.concept.id) continue;
    const { from, start, glued } = first;
    return { kind: 'concept', ...found, plural: noun.plural, from, to: last.to, start, end: last.end, text, glued };
  }
  return null;
}

/** "axial" of "extraaxial"; null where no other word is left. */
function withoutPrefix(text: string, { prefixes }: Language): string | null {
  const prefix = prefixes.find((one) => text.toLowerCase().startsWith(one));
  const rest = text.slice(prefix?.length ?? text.length);
  return /^\w{4}/.test(rest) ? rest : null;
}

/** What a finding is by nature, in one word: benign. */
function modifierNamed(text: string, { book, lexicon, reading }: Knowledge): Modifier | null {
  const tokens = tokenize(text, book);
  let found: Modifier | null = null;
  eachForm(lexicon.forms, text, tokens, 0, tokens.length, ({ layer, entry }, to) => {
    if (layer === 'modifier' && to === tokens.length && tokens.length === 1) found ??= reading.modifiers[entry] ?? null;
  });
  return found;
}

function conceptNamed(
  text: string,
  { book, lexicon, reading, words }: Knowledge,
): { readonly concept: ReadingConcept; readonly words: ConceptWords } | null {
  const tokens = tokenize(text, book);
  let found: { readonly concept: ReadingConcept; readonly words: ConceptWords } | null = null;
  eachForm(lexicon.forms, text, tokens, 0, tokens.length, ({ layer, entry }, to) => {
    if (layer !== 'concept' || to !== tokens.length || found) return;
    const concept = reading.concepts[entry];
    const own = concept && words?.concepts[concept.id];
    if (concept && own) found = { concept, words: own };
  });
  return found;
}
