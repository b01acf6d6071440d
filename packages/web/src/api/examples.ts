/** Lines for a terminal that work as they stand, and what is in an answer. */
import type { Language } from '@readingscan/reader/languages';
import { API } from './jobs.ts';

export const EXAMPLE_REPORT = 'IMPRESSION: Stable 6 mm right upper lobe nodule. Follow-up CT chest in 12 months.';
const KEY = `  -H "Authorization: Bearer $READINGSCAN_KEY" \\\n`;

/** `origin` as "https://example.org"; '' where it is not known. */
export const textExample = (origin: string, needsKey: boolean): string =>
  `curl ${origin}${API}/explain \\
${needsKey ? KEY : ''}  -H "Content-Type: application/json" \\
  -d '${JSON.stringify({ text: EXAMPLE_REPORT })}'`;

export const fileExample = (origin: string, needsKey: boolean, language: Language): string =>
  `curl ${origin}${API}/explain \\
${needsKey ? KEY : ''}  -F file=@report.pdf -F language=${language}`;

/** What the reader really answers to it: a test holds this. */
export const EXAMPLE_TOLD = {
  headline: 'Next step needed: The report advises a follow-up CT scan of the chest in 12 months.',
  item: 'There is a stable 6 mm spot in the upper part of the right lung.',
} as const;

export const answerExample = `{
  "schema": "readingscan.explanation/1", …
  "headline": { "text": "${EXAMPLE_TOLD.headline}", … },
  "items": [{ "plain": [{ "text": "${EXAMPLE_TOLD.item}", … }], … }], …
}`;
