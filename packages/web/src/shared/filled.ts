/** Where a sentence is not part of a link, the page says so in its place. */
import type { Explanation } from '@readingscan/engine';
import type { SharedWords } from '../words/shared.ts';
import { CUT } from './own-sentences.ts';

export function filled(explanation: Explanation, { cut, cutHeadline }: SharedWords): Explanation {
  const said = <T extends { readonly text: string }>(one: T): T => (one.text === CUT ? { ...one, text: cut } : one);
  const { headline, items, nextSteps, communications, notices } = explanation;
  return {
    ...explanation,
    headline: headline.text === CUT ? { ...headline, text: cutHeadline } : headline,
    notices: onceEach(notices.map(said)),
    items: items.map((item) => ({
      ...item,
      // several in a row are said once
      plain: onceEach(item.plain.map(said)),
      certainty: item.certainty?.text === CUT ? null : item.certainty,
      change: item.change?.text === CUT ? null : item.change,
    })),
    nextSteps: onceEach(nextSteps.map(said)),
    communications: communications.map((one) => ({ ...one, plain: onceEach(one.plain.map(said)) })),
  };
}

const onceEach = <T extends { readonly text: string }>(list: readonly T[]): readonly T[] =>
  list.filter(({ text }, at) => list.findIndex((one) => one.text === text) === at);
