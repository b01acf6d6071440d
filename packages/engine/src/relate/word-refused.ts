/** Wing 3, relate: cues that may deny a word for another one, and not the thing: "acute rather than chronic clot", "solid, not cystic". */
import type { Cue } from '@readingscan/knowledge';
import type { Token } from '../token.ts';

/** Whether a cue of the tokens `[from, to)` is one; what stands around it shows whether it does. */
export const mayRefuseWord = (
  category: Cue['category'] | undefined,
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
): boolean => category === 'instead' || (category === 'negated' && to === from + 1 && tokens[from]?.norm === NOT);

const NOT = 'not';
