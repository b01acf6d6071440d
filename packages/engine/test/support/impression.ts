/** An impression alone, explained; and what is found in it, with how sure it is there. */
import type { Explanation } from '../../src/index.ts';
import { english } from './english.ts';

export const impression = (text: string): Explanation =>
  english().explain({ kind: 'text', text: `IMPRESSION: ${text}` });

/** "lung-nodule:present" */
export const foundIn = (text: string): readonly string[] =>
  impression(text).reading.findings.map(({ concept, assertion }) => `${concept}:${assertion.presence}`);

/** All sentences of its items. */
export const toldOf = (text: string): string =>
  impression(text)
    .items.flatMap(({ plain }) => plain.map((sentence) => sentence.text))
    .join(' ');
