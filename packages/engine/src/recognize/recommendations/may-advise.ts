/** Wing 2, recognize: whether a statement can hold advice at all: most name no test and ask for nothing. */
import type { Token } from '../../token.ts';
import { SIGN } from '../sign.ts';
import type { Item } from './items.ts';

/** By the signs of all its words, before they are read as items. */
export const mayAdvise = (held: number, opened: boolean): boolean =>
  (held & SIGN.aim) !== 0 && suffices(opened ? held | SIGN.occasion : held);

/** "Recommendations:" */
export const mayOpen = (held: number, last: Token | undefined): boolean =>
  (held & SIGN.ask) !== 0 && last?.norm === ':';

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
    if (mark.signs & (SIGN.consult | SIGN.specialty) && holds(held, SIGN.consult | SIGN.specialty)) return true;
    if (mark.signs & SIGN.follow && held & SIGN.no) return true;
  }
  return holds(held, SIGN.thing | SIGN.occasion);
}
