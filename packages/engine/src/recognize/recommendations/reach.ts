/** Wing 2, recognize: the words around a test that belong to it: repeat, left, chest, of the abdomen and pelvis. */
import { type Item, isA, isPlain } from './items.ts';
import { HEADS, isFiller, type Scene } from './target.ts';

/** "On CT", "this MRI", "prior study": pointed to, not asked for. */
export function isPointedTo({ items, from }: Scene, at: number): boolean {
  let i = at - 1;
  let hasty = false;
  while (i >= from && !isA(items[i], 'pointing')) {
    const isHasty = isA(items[i], 'hasty') && !isA(items[i], 'soon');
    if (!isHasty && !isFiller(items[i]) && !isA(items[i], 'region')) break;
    hasty ||= isHasty;
    i -= 1;
  }
  if (i < from || !isA(items[i], 'pointing')) return false;
  if (items[i]?.norm === 'on' && CONFIRMS.has(items[from]?.norm ?? '') && isA(items[i + 1], 'repeat', 'follow'))
    return false;
  // "blood as on same-day CT" was seen there
  if (hasty) return items[i]?.norm === 'on' && !isA(items[i - 1], 'follow', 'workup', 'correlate', 'surveil', 'repeat');
  const meant =
    isA(items[i], 'by') && isA(items[i - 1], 'follow', 'workup', 'correlate', 'surveil', 'trigger', 'repeat');
  return !meant || isSightOf(items, from, i);
}

/** "Confirm clearing on repeat imaging" */
const CONFIRMS: ReadonlySet<string> = new Set(['confirm', 'document', 'ensure', 'verify', 'establish', 'reassess']);

/** "A fracture is suggested on the lateral view": that is where it is seen. "Follow-up is suggested on MRI" asks for one. */
function isSightOf(items: readonly Item[], from: number, at: number): boolean {
  const trigger = items[at - 1]?.mark.trigger;
  if (items[at]?.norm !== 'on' || trigger?.strength !== 'suggested' || trigger.side === 'after') return false;
  return !items.slice(from, at - 1).some((item) => isA(item, ...HEADS, 'test', 'consult', 'action', 'correlate'));
}

/** First item of the words before a test that belong to it: repeat, follow-up, left, contrast-enhanced, chest. */
export function widen(items: readonly Item[], from: number, at: number): number {
  let start = at;
  for (let i = at - 1; i >= from; i -= 1) {
    const item = items[i];
    if (isA(item, ...HEADS) && !isA(item, 'trigger')) start = i;
    else if (isA(item, 'by') && isA(items[i - 1], ...HEADS, 'unit', 'period', 'now')) start = i;
    else if (isA(item, 'number', 'unit', 'period', 'now', 'soon') || item?.norm === '-') start = i;
    else if (item?.norm !== ',' && (isA(item, 'region') || isFiller(item)) && !isA(item, 'trigger', 'condition'))
      start = i;
    else break;
  }
  return start;
}

const OF: ReadonlySet<string> = new Set([
  'of',
  'the',
  'and',
  ',',
  '&',
  '/',
  'left',
  'right',
  'both',
  'or',
  'whole',
  'bilateral',
  'a',
  'with',
]);

/** Regions right before the test and right after it, as one phrase: chest abdomen pelvis. */
export function regionAround({ items, from, to }: Scene, start: number, end: number): string | null {
  const regions: string[] = [];
  let joined = false;
  for (let i = start - 1; i >= from && start - i < 6; i -= 1) {
    const region = items[i]?.mark.region;
    joined ||= items[i]?.norm === 'and';
    // "MRI brain and bone scan": the brain belongs to the test before it
    if (region && joined && regions.length === 0 && isOfTest(items, from, i - 1)) break;
    if (region) regions.unshift(region);
    else if (!isFiller(items[i]) && !isA(items[i], ...HEADS) && items[i]?.norm !== 'and') break;
    else if (items[i]?.norm === ',' || items[i]?.norm === 'of') break;
  }
  if (regions.length) return [...new Set(regions)].join(' ');
  for (let i = start + 1; i < end; i += 1) {
    const region = items[i]?.mark.region;
    if (region) regions.push(region);
  }
  for (let i = end; i < to && i < end + 12; i += 1) {
    const item = items[i];
    if (!item) break;
    if (item.mark.region && !isA(items[i + 1], 'test')) regions.push(item.mark.region);
    else if (!regions.length && describesRegion(items, i)) continue;
    else if (!OF.has(item.norm) && !(isFiller(item) && !regions.length)) break;
    else if (isA(item, 'by', 'bound') && item.norm !== 'with' && !OF.has(item.norm)) break;
  }
  return regions.length ? [...new Set(regions)].join(' ') : regionBeyond(items, end, to);
}

/** "MRI brain", "CT of the chest": whether a test stands before its part. */
function isOfTest(items: readonly Item[], from: number, before: number): boolean {
  let at = before;
  while (at > from && before - at < 4 && isFiller(items[at]) && !isA(items[at], 'test')) at -= 1;
  return isA(items[at], 'test');
}

const SIDE_LETTERS: ReadonlySet<string> = new Set(['r', 'l', 'rt', 'lt']);

/** "MRI R knee", "ultrasound of the neonatal spine": a side by its letter, or one word behind "of the" that nothing else explains. */
function describesRegion(items: readonly Item[], at: number): boolean {
  const [item, next] = [items[at], items[at + 1]];
  if (!item || !next?.mark.region) return false;
  if (SIDE_LETTERS.has(item.norm)) return true;
  const isOf = items[at - 1]?.norm === 'of' || (items[at - 1]?.norm === 'the' && items[at - 2]?.norm === 'of');
  return isOf && isPlain(item) && /^[a-z]{4,}$/.test(item.norm);
}

const IN: ReadonlySet<string> = new Set(['in', 'over', 'within', 'at']);

/** "Ultrasound of the palpable lump in the left groin". */
function regionBeyond(items: readonly Item[], end: number, to: number): string | null {
  if (items[end]?.norm !== 'of') return null;
  for (let i = end + 1; i < Math.min(to, end + 8); i += 1) {
    const item = items[i];
    if (isA(item, 'trigger', 'condition', 'purpose', 'test') || item?.norm === ',') return null;
    if (!IN.has(item?.norm ?? '')) continue;
    let at = i + 1;
    while (at < to && at < i + 4 && isFiller(items[at]) && !items[at]?.mark.region) at += 1;
    return at < to ? (items[at]?.mark.region ?? null) : null;
  }
  return null;
}
