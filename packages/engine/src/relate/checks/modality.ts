/** Wing 3, relate, checks: the conclusion names another kind of examination than the one performed. */
import { EMPTY_LIST } from '../../alike.ts';
import { namedIn, studyWords } from '../../examination-words.ts';
import { longestForm, tagsIn } from '../../search.ts';
import { tokenAt } from '../../token.ts';
import type { Told } from '../outline.ts';
import { EXAM, HERE, TELLS } from '../word-kinds.ts';
import { type Clash, type Scene, spanOf } from './scene.ts';

const REACH = 4;

export function modalityClashes(scene: Scene): readonly Clash[] {
  const { recognized, words, outline } = scene;
  const { modality, basis } = recognized.study;
  if (!modality) return EMPTY_LIST;
  const { tokens, source } = recognized;
  const study = studyWords(outline.knowledge.reading);
  let known: ReadonlySet<string> | null = null;
  const together = words.data.modality.together;
  for (const item of scene.impression) {
    if ((item.words & EXAM) === 0 || (item.words & (HERE | TELLS)) === 0) continue;
    if (item.recommendations.length > 0 || isElsewhere(scene, item)) continue;
    const { from, to } = item.statement;
    for (const tag of namedIn(study, source.text, tokens, from, to)) {
      const other = tag.value.modality;
      if (!other || other === modality) continue;
      if (together.some((group) => group.includes(other) && group.includes(modality))) continue;
      const here = tagsIn(words.modality, source.text, tokens, Math.max(from, tag.from - REACH), tag.from);
      const tells = tag.from === from && longestForm(words.tells, source.text, tokens, tag.to, to) !== null;
      if (!tells && !here.some(({ value }) => value.has('here'))) continue;
      known ??= namedElsewhere(scene);
      if (known.has(other)) continue;
      return [{ kind: 'modality-mismatch', basis: [...basis.slice(0, 1), spanOf(scene, tag.from, tag.to)] }];
    }
  }
  return EMPTY_LIST;
}

/** Speaks of another examination, earlier or to come. */
const isElsewhere = ({ recognized, words }: Scene, { statement: { from, to } }: Told): boolean =>
  tagsIn(words.modality, recognized.source.text, recognized.tokens, from, to).some(
    ({ value }) => value.has('elsewhere') && !value.has('here'),
  );

/** Modalities that title, technique, comparison, history and findings name. */
function namedElsewhere(scene: Scene): ReadonlySet<string> {
  const { recognized, outline } = scene;
  const study = studyWords(outline.knowledge.reading);
  const named = new Set<string>();
  for (const { span, code } of recognized.sections) {
    if (code === 'impression' || code === 'recommendation' || code === 'signature') continue;
    const from = tokenAt(recognized.tokens, span[0], 0, recognized.tokens.length);
    let to = from;
    while (to < recognized.tokens.length && (recognized.tokens[to]?.end ?? 0) <= span[1]) to += 1;
    for (const { value } of namedIn(study, recognized.source.text, recognized.tokens, from, to))
      if (value.modality) named.add(value.modality);
  }
  return named;
}
