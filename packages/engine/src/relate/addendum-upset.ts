/** Wing 3, relate: a conclusion that all is normal, after which an addendum finds something. */
import { conceptsById } from '../concepts-by-id.ts';
import type { Finding } from '../document.ts';
import { sectionsById } from '../sections-by-id.ts';
import type { SegmentedStatement } from '../stages.ts';
import { amendedWords, holds, type Scene } from './addendum-values.ts';
import { checkWords } from './checks/words.ts';

/** "Normal chest", "no acute abnormality" in the impression, where the note finds something in that region. */
export function isUpset(
  found: readonly Finding[],
  statement: SegmentedStatement,
  told: readonly Finding[],
  scene: Scene,
): boolean {
  const { recognized, knowledge } = scene;
  const section = sectionsById(recognized).get(statement.section);
  if (section?.code === 'findings' && !section.implied) return false;
  const { general } = checkWords(knowledge.reading);
  if (!told.every((one) => one.assertion.certainty === 'excluded' && general.has(one.concept))) return false;
  if (told.length === 0 && !isNormal(statement, scene)) return false;
  if (holds(amendedWords(knowledge), recognized, statement, 'explains')) return false;
  const regions = regionsIn(statement, scene);
  return found.some((later) => regions.size === 0 || regionsOf(later, scene).some((region) => regions.has(region)));
}

const isNormal = ({ from, to }: SegmentedStatement, { recognized, knowledge }: Scene): boolean =>
  recognized.matches.modifier.some(
    (match) => match.from >= from && match.to <= to && knowledge.reading.modifiers[match.entry]?.role === 'normal',
  );

function regionsIn({ from, to }: SegmentedStatement, { recognized, knowledge }: Scene): ReadonlySet<string> {
  const regions = new Set<string>();
  for (const match of recognized.matches.concept) {
    const region = match.from >= from && match.to <= to ? knowledge.reading.concepts[match.entry]?.region : undefined;
    if (region) regions.add(region);
  }
  return regions;
}

const regionsOf = ({ concept, anatomy }: Finding, { knowledge }: Scene): readonly string[] =>
  [concept, ...anatomy.map((place) => place.concept)].flatMap((id) => conceptsById(knowledge).get(id)?.region ?? []);
