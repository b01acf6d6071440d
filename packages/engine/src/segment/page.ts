/** Wing 1, segment: the text as segmenting sees it: its tokens, its lines, and whether capitals tell anything. */
import type { Token } from '../token.ts';
import { isMostlyCapitals } from './letters.ts';
import type { Line } from './lines.ts';

export interface Page {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly lines: readonly Line[];
  readonly capitals: boolean;
}

/** Whether letters of the whole text are mostly capitals, so that capitals tell nothing. */
export function pageOf(text: string, tokens: readonly Token[], lines: readonly Line[]): Page {
  return { text, tokens, lines, capitals: isMostlyCapitals(text) };
}
