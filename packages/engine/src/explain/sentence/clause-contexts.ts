/** Wing 4, explain: what all clauses of a report share: whose body it is, and which words in capitals are shouted rather than short forms. */
import type { WordsKnowledge } from '@readingscan/knowledge';
import type { Related } from '../../stages.ts';
import { languageOf } from './language.ts';
import type { ClauseContext } from './word.ts';

/** By whether a statement is written in capitals, and whether it is a title. */
export type ClauseContexts = (capitals: boolean, isTitle: boolean) => ClauseContext;

/** The four that there are in a report, each made once. */
export function clauseContexts(related: Related, words: WordsKnowledge): ClauseContexts {
  const { templates, grammar } = words.documents;
  const language = languageOf(words);
  const unborn = new Set(grammar.unborn);
  const shouted = isCapitals(related.source.text);
  // in a scan of the womb an organ may be the baby's
  const isOwn =
    !related.study.regions.includes('pregnancy') &&
    !related.findings.some(({ concept }) => concept.includes('fetal')) &&
    !related.tokens.some(({ norm }) => unborn.has(norm));
  const both = (unopened: boolean) => {
    const yours = isOwn && !unopened;
    const small = { language, capitals: false, abbreviates: false, advice: templates.advice, yours, unopened };
    return { small, capitals: { ...small, capitals: true, abbreviates: !shouted } };
  };
  const [running, titles] = [both(false), both(true)];
  return (capitals, isTitle) => (isTitle ? titles : running)[capitals ? 'capitals' : 'small'];
}

/** Nearly all of its letters are. */
export function isCapitals(text: string): boolean {
  let [small, capital] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const c = text.charCodeAt(at);
    if (c >= 97 && c <= 122) small += 1;
    else if (c >= 65 && c <= 90) capital += 1;
  }
  const letters = small + capital;
  return letters > 0 && small / letters < 0.2;
}
