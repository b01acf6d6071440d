/** Wing 2, recognize: whether a statement can hold advice at all: most name no test and ask for nothing. */
import type { SegmentedStatement } from '../../stages.ts';
import type { Token } from '../../token.ts';
import { longestForm, type Trie } from '../../trie.ts';
import { SIGN } from '../sign.ts';
import type { Item, Mark } from './items.ts';

/** The words of a report and what they may be the beginning of. */
export interface Sight {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly signs: Int32Array;
  readonly vocabulary: Trie<Mark>;
}

const ANY = SIGN.ask | SIGN.specialty | SIGN.consult | SIGN.no | SIGN.follow | SIGN.thing | SIGN.occasion;

/** A look without the items: first at what the words may begin ("is" begins "is recommended"), then at what they do begin. */
export function couldAdvise(
  { text, tokens, signs, vocabulary }: Sight,
  { from, to }: SegmentedStatement,
  held: number,
  opened: boolean,
): boolean {
  let begun = opened ? SIGN.occasion : 0;
  if (!suffices(held | begun)) return false;
  for (let at = from; at < to; at += 1) {
    if (!((signs[at] ?? 0) & ANY)) continue;
    begun |=
      tokens[at]?.norm === '/' ? SIGN.occasion : (longestForm(vocabulary, text, tokens, at, to)?.value.signs ?? 0);
    if (begun & SIGN.ask) return true;
  }
  return suffices(begun);
}

const suffices = (held: number): boolean =>
  (held & SIGN.ask) !== 0 ||
  holds(held, SIGN.specialty | SIGN.consult) ||
  holds(held, SIGN.no | SIGN.follow) ||
  holds(held, SIGN.thing | SIGN.occasion);

const holds = (held: number, signs: number): boolean => (held & signs) === signs;

/** The same, by the items and their order: "no" before what is not needed, the clinic before its review. */
export function advises(items: readonly Item[], opened: boolean): boolean {
  let held = opened ? SIGN.occasion : 0;
  for (const { mark, norm } of items) {
    if (mark.kinds.size === 0) {
      if (norm === '/') held |= SIGN.occasion; // 6/52
      continue;
    }
    held |= mark.signs;
    if (mark.signs & SIGN.ask) return true;
    if (mark.signs & SIGN.consult && held & SIGN.specialty) return true;
    if (mark.signs & SIGN.follow && held & SIGN.no) return true;
  }
  return holds(held, SIGN.thing | SIGN.occasion);
}
