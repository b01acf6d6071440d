/** Deidentify: the number or code behind a label: "MRN: …", "Acc# …", "s/n …". */

import { phraseAt } from '../search.ts';
import type { Token } from '../token.ts';
import type { Cues } from './cues.ts';
import type { Marked } from './marked.ts';

const VALUE =
  /[ \t]{0,4}(?:(?:no|number|num|nr)\b\.?)?(?:[ \t]{0,3}[:.#=]|[ \t]{1,3}[-–](?=[ \t])){0,3}[ \t]{0,4}((?:[A-Z]{1,6}[ -]{1,2})?(?:[A-Z]{1,6}\/)?[A-Z0-9]{0,12}[-/]?[A-Z0-9]{0,12}\d[A-Z0-9]{0,12}(?:[-/][A-Z0-9]{1,12}){0,4}(?:\([\dA]\))?(?: \d{2,6}){0,3})/iy;
const LOGIN = /[ \t]{0,3}[:=]?[ \t]{0,3}([a-z][a-z0-9._-]{1,30})/iy;
const UNITS = /^ ?(?:mm|cm|ml|mg|hu|weeks?|months?|years?|days?)\b/i;

export function fieldsIn(text: string, tokens: readonly Token[], cues: Cues): readonly Marked[] {
  const found: Marked[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const hit = tokens[at]?.kind === 'word' ? phraseAt(cues.before, tokens, at, tokens.length) : null;
    if (hit?.value.kind !== 'field') continue;
    const end = tokens[hit.to - 1]?.end ?? 0;
    const { label } = hit.value;
    const pattern = label === 'USERNAME' ? LOGIN : VALUE;
    pattern.lastIndex = end;
    const value = pattern.exec(text);
    if (!value?.[1]) continue;
    // "Medicare 2950 41188 3"
    const last = label === 'HEALTH_PLAN_ID' ? /^ \d(?![\d.])(?! ?[A-Za-z])/.exec(text.slice(pattern.lastIndex)) : null;
    const start = pattern.lastIndex - value[1].length;
    const stop = pattern.lastIndex + (last?.[0].length ?? 0);
    const digits = value[1].replace(/\D/g, '').length;
    const glued = start === end;
    if (label !== 'USERNAME' && (glued || digits < 3 || UNITS.test(text.slice(stop, stop + 8)))) continue;
    if (label === 'PHONE' && digits < 4) continue;
    found.push({ start, end: stop, label });
    while (at + 1 < tokens.length && (tokens[at + 1]?.start ?? stop) < stop) at += 1;
  }
  return found;
}
