/** Wing 4, explain: times of advice as British reports write them: "repeat US in 6/52" → "in 6 weeks". */
import type { Recommendation } from '../../document.ts';
import type { Knowledge } from '../../stages.ts';
import type { Chunk } from './chunk.ts';

/** Only where the advice was read so: 3/12 may be a date, or a share. */
export function withCodedTimes(
  chunks: readonly Chunk[],
  asked: readonly Recommendation[] | undefined,
  { words }: Knowledge,
): readonly Chunk[] {
  const intervals = asked?.flatMap(({ interval }) => interval ?? []) ?? [];
  if (intervals.length === 0 || !words || !chunks.some(isSlash)) return chunks;
  const { fractions, units } = words.documents.requests.durations;
  const told: Chunk[] = [];
  for (let at = 0; at < chunks.length; at += 1) {
    const [count, slash, coded] = chunks.slice(at, at + 3);
    const unit = fractions[coded?.text ?? ''];
    const names = unit === undefined ? undefined : units[unit];
    const isRead = intervals.some((one) => one.unit === unit && [one.min, one.max].includes(Number(count?.text)));
    if (count?.kind !== 'number' || !slash || !isSlash(slash) || !coded || !names || !isRead) {
      const chunk = chunks[at];
      if (chunk) told.push(chunk);
      continue;
    }
    const before = told.at(-1);
    const isBare = before === undefined || before.kind === 'concept' || before.kind === 'wording';
    const time = `${count.text} ${names[count.text === '1' ? 0 : 1]}`;
    // "CT 3/12"
    const plain = isBare ? `${words.documents.advice.when} ${time}` : time;
    told.push({ ...count, to: coded.to, end: coded.end, text: plain });
    at += 2;
  }
  return told;
}

const isSlash = (chunk: Chunk): boolean => chunk.kind === 'mark' && chunk.text === '/';
