/** Wing 4, explain, frame: the words that describe a thing, and where they stand beside its name. */
import type { Frames, FrameWords } from '@readingscan/knowledge';
import { fill } from '../template.ts';
import type { Describing } from './describing.ts';

/** masculine, feminine, masculine plural, feminine plural: the order of the forms of an adjective */
export type Agreement = 0 | 1 | 2 | 3;

/** What describes a thing: words that agree with it, and phrases that do not change. */
export interface Words {
  readonly agreeing: readonly string[];
  readonly fixed: readonly string[];
}
export const allOf = ({ agreeing, fixed }: Words): readonly string[] => [...agreeing, ...fixed];

/** null where a word has no translation. `isAmount`: of a fluid or another amount; `isPhrase`: whose name is of several words. */
export type Describe = (
  ids: readonly Describing[],
  agreement: Agreement,
  of?: { readonly isAmount?: boolean; readonly isPhrase?: boolean },
) => Words | null;

/** The words for modifiers: those that agree, then those that do not; how much each is so stands with it. */
export function describer({ modifiers, documents: { frames } }: FrameWords): Describe {
  return (ids, agreement, { isAmount = false, isPhrase = false } = {}) => {
    const agreeing: string[] = [];
    const fixed: string[] = [];
    let degree = '';
    const once = new Set<string>();
    for (const { id, degree: isDegree, isSeverity } of ids) {
      if (once.has(id)) continue;
      once.add(id);
      const modifier = modifiers[id];
      const word = (isAmount ? modifier?.ofMass : undefined) ?? modifier?.plain ?? modifier?.forms?.[agreement];
      if (word === undefined) return null;
      const agrees = modifier?.forms !== undefined && word === modifier.forms[agreement];
      if (isDegree && modifier?.plain !== undefined) degree = word;
      // "an arch of the aorta, mild": how much does not agree with what is bent
      else if (isPhrase && isSeverity && agrees && frames.degree)
        fixed.push(fill(frames.degree, { word: modifier.forms?.[0] ?? word }));
      else {
        const whole = degree && (frames.inflects ? `${word} ${degree}` : `${degree}${word}`);
        (agrees ? agreeing : fixed).push(whole || word);
        degree = '';
      }
    }
    if (degree) fixed.push(degree);
    return { agreeing, fixed };
  };
}

/** "bulto | en la mama", "coágulo de sangre | en el pulmón", "inflamación | del apéndice": where describing words stand within a name. */
export function behindHead(noun: string, described: string, { heads, links, marks, articles }: Frames): string {
  if (!described) return noun;
  const words = noun.split(' ');
  const next = (list: readonly string[]): number => {
    const at = words.findIndex((word, place) => place > 0 && (list.includes(word) || word.startsWith(marks.open)));
    return at < 0 ? words.length : at;
  };
  const [place, link] = [next(heads), next(links)];
  // "of blood" belongs to the name; "of the appendix" says where
  const isTight = link < place && !articles?.definite.includes(words[link + 1] ?? '') && words[link] === links[0];
  const at = isTight || link > place ? place : link;
  return [...words.slice(0, at), described, ...words.slice(at)].join(' ');
}

/** "边界清楚、呈椭圆形的肿块", but "小结节": a short word stands before its noun by itself. */
export function attributed(noun: string, words: readonly string[], { attribute, marks }: Frames): string {
  const longest = attribute?.longest ?? Number.POSITIVE_INFINITY;
  const short = words.filter((word) => word.length <= longest);
  const long = words.filter((word) => word.length > longest);
  const ending = attribute?.text ?? '';
  const set = long.map((word) => (ending && word.endsWith(ending) ? word.slice(0, -ending.length) : word));
  return `${set.length ? `${set.join(marks.comma)}${ending}` : ''}${short.join('')}${noun}`;
}
