/** Wing 1, segment: "Attending: acute appendicitis." is what a second reader saw, no signature. */
import type { Cut } from './course.ts';
import type { Page } from './page.ts';
import { CREDENTIAL, holds } from './roles.ts';
import { claims } from './seen.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Lines taken for a signature that tell what is seen behind their label are addenda. */
export const withSecondReadings = (page: Page, cuts: readonly Cut[], words: Vocabulary): readonly Cut[] =>
  cuts.some((cut) => cut.code === 'signature' && tellingLine(page, cut, words) !== null)
    ? cuts.flatMap((cut): readonly Cut[] => {
        const to = cut.code === 'signature' ? tellingLine(page, cut, words) : null;
        if (to === null) return [cut];
        const told: Cut = { ...cut, code: 'addendum', loinc: undefined, to };
        return to < cut.to ? [told, { ...cut, heading: null, from: to, body: to }] : [told];
      })
    : cuts;

const LABEL = 5; // tokens of "Attending radiologist:"
const LAST = 3; // "…, MD."

/** One after the first line of a section, where a label with a colon and then a finding stand in it; null where not. */
function tellingLine(page: Page, { from, to }: Cut, words: Vocabulary): number | null {
  const { tokens, lines, roles } = page;
  let colon = from;
  while (colon < Math.min(to, from + LABEL) && tokens[colon]?.norm !== ':') colon += 1;
  if (tokens[colon]?.norm !== ':') return null;
  const line = lines.find((one) => one.from <= from && from < one.to);
  const end = Math.min(to, line?.to ?? to);
  const titled = /^(?:dr|prof|professor)$/.test(tokens[colon + 1]?.norm ?? '');
  const isName =
    titled || holds(roles, CREDENTIAL, Math.max(colon + 1, end - LAST), end) || !holdsSmallWord(page, colon + 1, end);
  return end > colon + 1 && !isName && claims(page, colon + 1, end, words) ? end : null;
}

/** One of its first two words is written small: names are not. */
function holdsSmallWord({ text, tokens }: Page, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + 2); at += 1) {
    const token = tokens[at];
    if (token?.kind === 'word' && /^[a-z]/.test(text.slice(token.start, token.end))) return true;
  }
  return false;
}
