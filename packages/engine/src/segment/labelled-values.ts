/** Wing 1, segment: the values behind labels of the head of a report ("Name: …"), and whether two names may be of one person. */
import type { Span } from '../document.ts';
import { phraseAt } from '../search.ts';
import type { Token } from '../token.ts';
import { PATIENT_LABEL, rolesOf } from './roles.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What stands after a label of the head of a report: "Name: …"; `roles` of the tokens where they are known. */
export function labelledValues(
  text: string,
  tokens: readonly Token[],
  words: Vocabulary,
  labels: ReadonlySet<string>,
  most: number,
  roles = rolesOf(tokens),
): { value: string[]; span: Span }[] {
  const out: { value: string[]; span: Span }[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (((roles[at] ?? 0) & PATIENT_LABEL) === 0) continue;
    const hit = tokens[at]?.kind === 'word' ? phraseAt(words.patientLabels, tokens, at, tokens.length) : null;
    if (!hit) continue;
    const colon = tokens[hit.to];
    const before = tokens[at - 1];
    if (
      !labels.has(hit.value) ||
      colon?.norm !== ':' ||
      (before && !text.slice(before.end, tokens[at]?.start).match(/\s{2}|\n/))
    )
      continue;
    let to = hit.to + 1;
    while (to < tokens.length && to - hit.to <= most + 2) {
      const token = tokens[to];
      const last = tokens[to - 1];
      if (!token || !last || token.norm === '(' || token.norm === '|') break;
      if (
        to > hit.to + 1 &&
        (token.start - last.end > 1 ||
          text.slice(last.end, token.start).includes('\n') ||
          phraseAt(words.patientLabels, tokens, to, tokens.length))
      )
        break;
      to += 1;
    }
    const value = tokens
      .slice(hit.to + 1, to)
      .filter(({ kind }) => kind !== 'mark')
      .map(({ norm }) => norm);
    if (value.length > 0) out.push({ value, span: [tokens[hit.to + 1]?.start ?? 0, tokens[to - 1]?.end ?? 0] });
    at = to - 1;
  }
  return out;
}

/** One name may be written with and without a middle name or a title; no word in common is another person. */
export const alike = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((word) => word.length > 2 && b.includes(word));
