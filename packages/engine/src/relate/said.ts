/** Wing 3, relate: what is said of words that are no findings, for telling a report in another language: "the nodule is not calcified", "without contrast", "no acute process". */

import type { Frames } from '@readingscan/knowledge';
import { EMPTY_LIST } from '../alike.ts';
import type { Assertion, Finding, Span } from '../document.ts';
import { genericForms } from '../generic.ts';
import { matchesWithin } from '../lexicon.ts';
import { longestForm } from '../search.ts';
import type { Knowledge, Related, Said, SegmentedStatement } from '../stages.ts';
import { assertTargets } from './assertion.ts';

export const NOTHING_SAID: Said = { words: new Map(), anything: new Map() };

export function saidOf(related: Related, frames: Frames, knowledge: Knowledge): Said {
  const words = new Map<number, Assertion>();
  const anything = new Map<string, readonly Finding[]>();
  const { concepts } = knowledge.reading;
  const isTest = (entry: number): boolean => {
    const kind = concepts[entry]?.kind;
    return kind === 'test' || kind === 'procedure';
  };
  const byStatement = new Map<string, Finding[]>();
  for (const finding of related.findings) {
    const list = byStatement.get(finding.statement);
    if (list) list.push(finding);
    else byStatement.set(finding.statement, [finding]);
  }
  for (const statement of related.statements) {
    const { from, to } = statement;
    const own = [
      ...matchesWithin(related.matches.concept, from, to).filter(({ entry }) => isTest(entry)),
      ...matchesWithin(related.matches.modifier, from, to),
    ];
    const named = genericIn(related, statement, byStatement.get(statement.id) ?? [], frames, knowledge);
    const targets = [...own.map(({ start, end }): Span => [start, end]), ...named.map(({ span }) => span)];
    const answers = assertTargets(related, statement, targets, knowledge);
    own.forEach(({ start }, at) => {
      const answer = answers[at];
      if (answer) words.set(start, answer.assertion);
    });
    const denied = named.flatMap(({ concept, span }, at): readonly Finding[] => {
      const assertion = answers[own.length + at]?.assertion;
      return assertion?.presence === 'absent' && assertion.temporality === 'current'
        ? [{ ...UNMEASURED, id: `${concept} ${span[0]}`, statement: statement.id, concept, span, assertion }]
        : EMPTY_LIST;
    });
    if (denied.length > 0) anything.set(statement.id, denied);
  }
  return { words, anything };
}

const UNMEASURED = { anatomy: [], severity: null, acuity: null, measurements: [], differential: [] };

/** Words such as "process" and "cardiopulmonary disease", where no finding or organ is named so. */
function genericIn(
  { tokens, source }: Related,
  statement: SegmentedStatement,
  own: readonly Finding[],
  frames: Frames,
  knowledge: Knowledge,
): readonly { readonly concept: string; readonly span: Span }[] {
  const forms = genericForms(frames, knowledge);
  const found: { readonly concept: string; readonly span: Span }[] = [];
  for (let at = statement.from; at < statement.to; at += 1) {
    const form = longestForm(forms, source.text, tokens, at, statement.to);
    const [first, last] = [tokens[at], form && tokens[form.to - 1]];
    if (!form || !first || !last) continue;
    const span: Span = [first.start, last.end];
    if (!own.some((one) => one.span[0] < span[1] && span[0] < one.span[1])) found.push({ concept: form.value, span });
    at = form.to - 1;
  }
  return found;
}
