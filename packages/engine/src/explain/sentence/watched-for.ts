/** Wing 4, explain: what is looked for or kept away, behind the word for it: "HCC surveillance" → "regular checks for liver cancer". */
import type { Knowledge } from '../../stages.ts';
import type { Chunk } from './chunk.ts';
import { isFinding } from './chunk-kinds.ts';
import { nounChunk } from './own-chunk.ts';

/** The same chunks; a disease, the word behind it and a test behind both have become one thing. */
export function withWatchedFor(chunks: readonly Chunk[], { words }: Knowledge): readonly Chunk[] {
  const watching = words?.documents.grammar.watching ?? [];
  if (!chunks.some(isFinding)) return chunks;
  const told: Chunk[] = [];
  for (let at = 0; at < chunks.length; at += 1) {
    const disease = chunks[at];
    if (!disease) break;
    const size = chunks[at + 2]?.text === HYPHEN ? COMPOUND : 1;
    const head = chunks[at + size];
    const behind = chunks[at + size + 1];
    // "6 mm nodule follow-up": the size is that of the nodule
    const isDescribed = size === COMPOUND && DESCRIBING.has(chunks[at - 1]?.kind ?? '');
    const word = isFinding(disease) && !isDescribed ? wordOf(chunks.slice(at + 1, at + 1 + size)) : undefined;
    const watch = word === undefined ? undefined : watching.find(({ match }) => match.includes(word));
    if (!watch || !head || disease.kind !== 'concept') {
      told.push(disease);
      continue;
    }
    const isTest = watch.test !== undefined && behind?.kind === 'concept' && behind.concept.kind === 'test';
    const last = isTest ? behind : head;
    const plain = isTest
      ? `${behind.words.plain} ${watch.test} ${disease.words.plain}`
      : `${watch.plain} ${disease.words.plain}`;
    const text = chunks
      .slice(at, at + size + (isTest ? 2 : 1))
      .map((chunk) => chunk.text)
      .join(' ');
    told.push(
      nounChunk(plain, isTest ? 'count' : watch.number, isTest ? 'test' : 'procedure', {
        from: disease.from,
        to: last.to,
        start: disease.start,
        end: last.end,
        text,
        glued: disease.glued,
      }),
    );
    at += isTest ? size + 1 : size;
  }
  return told;
}

/** Chunks of "follow-up". */
const COMPOUND = 3;
const HYPHEN = '-';
const DESCRIBING: ReadonlySet<string> = new Set(['quantity', 'modifier', 'number']);

const wordOf = (chunks: readonly Chunk[]): string => chunks.map(({ text }) => text.toLowerCase()).join('');
