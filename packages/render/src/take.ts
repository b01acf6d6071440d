/** What a page offers to take along, without the formats that it does not need: a calendar, and the explanation as text. */
import type { Explanation } from '@readingscan/engine';
import { outline } from './outline.ts';
import { toText } from './text.ts';

export { toIcs } from './ics.ts';

export const textOf = (explanation: Explanation): string => toText(outline(explanation), explanation.language);
