/** Deidentify: words that stand together as a name: capitals, initials, a comma between family and given name. */
import { startsUpper } from '../segment/letters.ts';
import type { Token } from '../token.ts';
import type { Cues } from './cues.ts';

export interface NameText {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** token ranges of the head and of the signature, where a name may stand alone */
  readonly alone: readonly (readonly [number, number])[];
}

export const MOST_WORDS = 5;

export type Run = readonly [from: number, to: number];

/** A run of name words from a token on; `free` lets everyday and medical words be names ("Art Long"). */
export function runAt({ text, tokens }: NameText, from: number, cues: Cues, free: boolean, comma: boolean): Run | null {
  let at = from;
  let words = 0;
  let end = from;
  let commas = comma ? 1 : 0;
  while (at < tokens.length && words < MOST_WORDS) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token) break;
    if (at > from && before && (token.start - before.end > 1 || text.slice(before.end, token.start).includes('\n')))
      break;
    if (token.norm === '-' && token.glued && words > 0 && tokens[at + 1]?.glued) {
      at += 1;
      continue;
    }
    if (token.norm === '.' && token.glued && before?.kind === 'word' && before.end - before.start <= 2 && words > 0) {
      at += 1;
      end = Math.max(end, before.end - before.start === 1 ? at : end);
      continue;
    }
    if ((token.norm === '"' || token.norm === '“' || token.norm === '”') && words > 0) {
      at += 1;
      continue;
    }
    if (token.norm === ',' && commas > 0 && words > 0) {
      commas -= 1;
      at += 1;
      continue;
    }
    if (token.kind !== 'word') break;
    if (
      cues.particles.has(token.norm) &&
      !startsUpper(text, token) &&
      (words > 0 || free) &&
      tokens[at + 1]?.kind === 'word'
    ) {
      at += 1;
      continue;
    }
    const initial = token.end - token.start === 1 && tokens[at + 1]?.norm === '.' && startsUpper(text, token);
    if (!initial && !isNameWord(text, token, cues, free)) break;
    words += 1;
    at += 1;
    end = at;
  }
  return words > 0 ? [from, end] : null;
}

export function isNameWord(text: string, token: Token, cues: Cues, free: boolean): boolean {
  if (!startsUpper(text, token)) return false;
  if (cues.credentials.has(token.norm) || cues.notNames.has(token.norm) || /\d/.test(token.norm)) return false;
  return free || !(cues.medical(token.norm) || cues.everyday.has(token.norm) || cues.examWords.has(token.norm));
}
