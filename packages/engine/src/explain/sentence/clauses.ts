/** Wing 4, explain: the clauses of a statement that stand as sentences of their own in the report already. */
import type { Chunk } from './chunk.ts';
import { isAnatomy, isFinding } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { isBefore, isCalled } from './modifiers.ts';
import { isOfOrgans, saysState } from './predicate-last.ts';
import { isVerb } from './word.ts';

/** Whether all that a stretch of the text names is there, now and without doubt. */
type Certain = (start: number, end: number) => boolean;

/** Clauses that can stand as sentences: after a semicolon, before "no" where nothing was denied yet, and behind a denial where something is there; the pieces of a row whose first ends in one of `answers`. */
export function clausesOf(
  chunks: readonly Chunk[],
  language: Language,
  certain: Certain,
  answers: ReadonlySet<string>,
): readonly (readonly Chunk[])[] {
  const clauses: Chunk[][] = [[]];
  let denied = false;
  let isRow = false;
  const sizes = isSizes(chunks, language);
  const isFine = chunks[0] !== undefined && isCalled(chunks[0]);
  chunks.forEach((chunk, i) => {
    const current = clauses.at(-1);
    if (!current) return;
    const denies = isDenial(chunk);
    const before = chunks[i - 1];
    if (chunk.kind === 'mark' && (chunk.text === ';' || isFullStop(chunks, i) || endsSize(chunks, i, sizes))) {
      clauses.push([]);
      denied = false;
      return;
    }
    if (isDivider(chunks, i, isRow, answers) && !current.some(({ text }) => text === ':')) {
      isRow = true;
      clauses.push([]);
      denied = false;
      return;
    }
    if (denies && !denied && current.some(({ kind }) => kind === 'concept') && before && before.text === ',') {
      current.pop();
      clauses.push([chunk]);
      denied = true;
      return;
    }
    // "Normal liver and no cyst"
    if (denies && !denied && isFine && before?.text.toLowerCase() === language.that.and && current.length > 2) {
      current.pop();
      clauses.push([chunk]);
      denied = true;
      return;
    }
    // "mild atrophy no acute findings", "no bleed no mass effect", but "no longer seen"
    const isAnew = denies && before && NAMES.has(before.kind) && DENIED.has(chunks[i + 1]?.kind ?? 'mark');
    if (isAnew && current.some(({ kind }) => kind === 'concept')) {
      clauses.push([chunk]);
      denied = true;
      return;
    }
    if (
      chunk.kind === 'mark' &&
      chunk.text === ',' &&
      current.some(isFinding) &&
      isNormalNext(chunks, i + 1, language)
    ) {
      clauses.push([]);
      denied = false;
      return;
    }
    if (denied && isComma(chunk) && (opensPresent(chunks, i + 1, certain) || isCourse(chunks, i + 1, language))) {
      clauses.push([]);
      denied = false;
      return;
    }
    if (denies) denied = true;
    current.push(chunk);
    if (endsState(chunks, i, language)) clauses.push([]);
  });
  return clauses.filter((clause) => clause.some(({ kind }) => kind !== 'mark'));
}

/** "Effusion none / edema present": the bar behind an answer, before the next thing, and each one that follows it. */
function isDivider(chunks: readonly Chunk[], at: number, isRow: boolean, answers: ReadonlySet<string>): boolean {
  const [before, bar, next] = [chunks[at - 1], chunks[at], chunks[at + 1]];
  if (bar?.kind !== 'mark' || !BARS.has(bar.text) || bar.glued || !before || !next || next.glued) return false;
  const isAnswered = isRow || answers.has(before.text.toLowerCase());
  return (
    isAnswered && next.kind !== 'mark' && !(answers.has(next.text.toLowerCase()) && chunks[at + 2]?.kind !== 'concept')
  );
}
const BARS: ReadonlySet<string> = new Set(['/', '|']);

/** What may end a statement that has no mark behind it, and what a denial that opens one may stand before. */
const NAMES: ReadonlySet<Chunk['kind']> = new Set(['concept', 'phrase']);
const DENIED: ReadonlySet<Chunk['kind']> = new Set(['concept', 'modifier']);

/** "No pneumothorax, decreased effusion", "no blood, rib fractures 4-6 left": the item behind the comma is there. */
function opensPresent(chunks: readonly Chunk[], at: number, certain: Certain): boolean {
  let end = at;
  while (end < chunks.length && !isComma(chunks[end])) end += 1;
  const item = chunks.slice(at, end);
  const [first, last] = [item[0], item.at(-1)];
  return (
    item.some((chunk) => chunk.kind === 'concept' && chunk.concept.kind === 'finding') &&
    first !== undefined &&
    last !== undefined &&
    certain(first.start, last.end)
  );
}

/** "A cyst, no septation, stable since 2023": how the thing that was named went, and nothing else up to the end. */
function isCourse(chunks: readonly Chunk[], at: number, language: Language): boolean {
  const says = (chunk: Chunk | undefined): boolean => {
    const word = chunk?.text.toLowerCase() ?? '';
    return language.passives.has(word) || language.changesOf.own.includes(word);
  };
  // "slightly larger"
  const said = says(chunks[at]) ? at : at + 1;
  return (
    says(chunks[said]) &&
    !chunks.slice(at).some((chunk) => isFinding(chunk) || isAnatomy(chunk) || isComma(chunk) || isVerb(chunk, language))
  );
}

const isComma = (chunk: Chunk | undefined): boolean => chunk?.kind === 'mark' && chunk.text === ',';

/** "Fatty liver, normal spleen": behind the comma stand organs that are normal, and nothing else up to the next one. */
function isNormalNext(chunks: readonly Chunk[], from: number, language: Language): boolean {
  const first = chunks[from];
  if (first === undefined || !isCalled(first)) return false;
  let end = from + 1;
  while (end < chunks.length && chunks[end]?.kind !== 'mark') end += 1;
  const organs = chunks.slice(from + 1, end);
  return organs.some(isAnatomy) && organs.every((chunk) => isOfOrgans(chunk, language));
}

/** "The heart is enlarged small effusions", "lungs are clear heart is large": what is said of the organ ends before another thing that nothing joins. */
function endsState(chunks: readonly Chunk[], at: number, language: Language): boolean {
  if (!saysState(chunks[at], language)) return false;
  const before = chunks[at - 1];
  const verb = before?.kind === 'modifier' && !saysState(before, language) ? at - 2 : at - 1;
  const [subject, said] = [chunks[verb - 1], chunks[verb]];
  if (
    !said ||
    !language.copulas.has(said.text.toLowerCase()) ||
    !(isAnatomy(subject) || isPropertyOf(subject, language))
  )
    return false;
  let next = at + 1;
  while (isBefore(chunks[next], language)) next += 1;
  const behind = chunks[next + 1];
  const isSubject = isAnatomy(chunks[next]) && behind !== undefined && isVerb(behind, language);
  return isFinding(chunks[next]) || isSubject;
}

const isPropertyOf = (chunk: Chunk | undefined, { properties }: Language): boolean =>
  chunk !== undefined && properties.has(chunk.text.toLowerCase());

/** "Moderate MR. LA dilated": a full stop behind a short form, before what opens a sentence. */
function isFullStop(chunks: readonly Chunk[], at: number): boolean {
  const [before, stop, next] = [chunks[at - 1], chunks[at], chunks[at + 1]];
  return (
    stop?.text === '.' &&
    before !== undefined &&
    next !== undefined &&
    !next.glued &&
    (next.kind === 'concept' || next.kind === 'modifier' || next.kind === 'phrase') &&
    (before.kind === 'concept' || /^[A-Z]{2,}$/.test(before.text)) &&
    /^[A-Z]/.test(next.text)
  );
}

/** "Right lobe 5 x 2 cm, left lobe 4 x 2 cm": parts with their sizes and nothing else. */
function isSizes(chunks: readonly Chunk[], language: Language): boolean {
  if (!chunks.some(({ kind }) => kind === 'quantity')) return false;
  const ends = chunks.filter((chunk, at) => chunk.text === ',' && isSizeAt(chunks, at - 1));
  return (
    ends.length > 0 &&
    isSizeAt(
      chunks,
      chunks.findLastIndex(({ kind }) => kind !== 'mark'),
    ) &&
    ends.length === chunks.filter(({ text }) => text === ',').length &&
    !chunks.some((chunk) => isVerb(chunk, language) || (chunk.kind === 'mark' && !/^[,.]$/.test(chunk.text)))
  );
}

const isSizeAt = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at]?.kind === 'quantity' && isNamed(chunks[at - 1]);

const isNamed = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'concept' || (chunk?.kind === 'wording' && chunk.wording.class === 'noun');

const endsSize = (chunks: readonly Chunk[], at: number, sizes: boolean): boolean => sizes && chunks[at]?.text === ',';

const isDenial = (chunk: Chunk): boolean => chunk.kind === 'word' && chunk.norm === 'no';
