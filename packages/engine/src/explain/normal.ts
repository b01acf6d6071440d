/** Wing 4, explain: what the report says is as it should be, statement by statement: "checked and fine". */
import type { Span } from '../document.ts';
import type { Told } from '../explanation.ts';
import { findingsIn } from '../findings-index.ts';
import { matchesWithin } from '../lexicon.ts';
import { firstNotBefore } from '../order.ts';
import { type OrganLabel, organLabels, type PlaceLabel, placeLabels } from '../place-label.ts';
import { sectionsById } from '../sections-by-id.ts';
import type { Explainable, Knowledge, SegmentedStatement } from '../stages.ts';
import { statementsById } from '../statements-by-id.ts';
import { listed } from '../word-lists.ts';
import type { ToldStatement } from './sentence/statement.ts';
import type { Speech } from './speech.ts';
import { fill } from './template.ts';

const TOLD_IN: ReadonlySet<string> = new Set(['findings', 'findings_impression']);

/** Each statement of the findings that says only good things, where all its words are understood and it asks for nothing. */
export function normalOf(
  related: Explainable,
  { tell, templates, nameOf }: Pick<Speech, 'tell' | 'templates' | 'nameOf'>,
  knowledge: Knowledge,
): readonly Told[] {
  const labels = labelsIn(related, knowledge);
  const statements = statementsById(related);
  const sections = sectionsById(related);
  const found = foundNames(related, nameOf);
  const busy = new Set([...related.recommendations, ...related.communications].map(({ statement }) => statement));
  return related.statements.flatMap((statement): Told[] => {
    if (
      !TOLD_IN.has(sections.get(statement.section)?.code ?? '') ||
      busy.has(statement.id) ||
      !related.fine.has(statement.id)
    )
      return [];
    const told = tell(statement);
    if (told.how !== 'composed') return [];
    const label = labels.get(statement.id);
    if (label === PASSED) return [];
    const owner = label?.statement === statement.id ? undefined : statements.get(label?.statement ?? '');
    // without the words of its label it would seem to be said of both sides, or of the whole body
    const organ = label && 'concept' in label ? label.concept : null;
    const name = owner && (labelOf(tell(owner)) ?? (organ && nameOf(organ)));
    if (owner && !name) return [];
    if (pointsElsewhere(statement, related, knowledge)) return [];
    if (!name && isNowhere(statement, related, knowledge) && seemsFound(statement, related, found, nameOf)) return [];
    return told.plain.map(({ text, basis }) =>
      label && name
        ? {
            text: fill(templates.normal, { text: fill(templates.normalAt, { label: name, text: lowered(text) }) }),
            basis: [label.span, ...basis],
          }
        : { text: fill(templates.normal, { text }), basis },
    );
  });
}

/** "No other organ injury otherwise": of what was told before it says nothing. */
const pointsElsewhere = ({ from, to }: SegmentedStatement, { tokens }: Explainable, { reading }: Knowledge): boolean =>
  tokens.slice(from, to).some(({ norm }) => reading.documents.fine.besides.includes(norm));

/** The names of what is there → the statements that tell it: as many at most as the knowledge has names. */
function foundNames({ findings }: Explainable, nameOf: Speech['nameOf']): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { concept, statement, assertion } of findings) {
    const { presence, temporality, experiencer } = assertion;
    const isThere = presence === 'present' && temporality === 'current' && experiencer === 'patient';
    const name = isThere ? nameOf(concept) : undefined;
    if (name === undefined) continue;
    const own = found.get(name);
    if (own) own.add(statement);
    else found.set(name, new Set([statement]));
  }
  return found;
}

/** "No tumor", a growth, beside a polyp, a growth on a lining: to the reader it was found. */
function seemsFound(
  { id }: SegmentedStatement,
  { findings }: Explainable,
  found: ReadonlyMap<string, ReadonlySet<string>>,
  nameOf: Speech['nameOf'],
): boolean {
  const denied = findingsIn(id, findings).flatMap(({ concept }) => nameOf(concept) ?? []);
  return [...found].some(
    ([name, told]) => (told.size > 1 || !told.has(id)) && denied.some((one) => ` ${name} `.includes(` ${one} `)),
  );
}

/** Of which organ something is said is open: another one was named since the label. */
const PASSED = 'passed';
type Label = PlaceLabel | OrganLabel | typeof PASSED;

/** The label that each statement stands under: a side or level, else an organ. It ends where something on another side, or in another part, is told of. */
function labelsIn(related: Explainable, knowledge: Knowledge): ReadonlyMap<string, Label> {
  const places = placeLabels(related, knowledge);
  const organs = organLabels(related, knowledge);
  const labels = new Map<string, Label>();
  const { loose } = knowledge.reading.documents.fine;
  let ended: string | undefined;
  let passed: string | undefined;
  for (const statement of related.statements) {
    const { id } = statement;
    const [place, organ] = [places.get(id), organs.get(id)];
    const isElsewhere = place !== undefined && isOutside(place, statement, related, knowledge);
    // of a level what follows may be said still
    if (isElsewhere && place.levels.length === 0) ended = place.statement;
    if (organ && namesOther(organ, statement, related, knowledge)) passed = organ.statement;
    // "Gallbladder: stones. No free fluid.", "Right kidney: 10 cm. No ascites."
    const isLoose = findingsIn(id, related.findings).some(({ concept }) => loose.includes(concept));
    if (isLoose) continue;
    if (place && !isElsewhere && place.statement !== ended) labels.set(id, place);
    else if (organ && organ.statement !== ended && isNowhere(statement, related, knowledge))
      labels.set(id, organ.statement === passed ? PASSED : organ);
  }
  return labels;
}

/** "Aorta normal" under "Gallbladder:". */
function namesOther(
  { concept: own, statement }: OrganLabel,
  { id, from, to }: SegmentedStatement,
  { matches }: Explainable,
  { reading: { concepts } }: Knowledge,
): boolean {
  if (id === statement) return false;
  return matchesWithin(matches.concept, from, to).some(({ entry }) => {
    const named = concepts[entry];
    return named?.kind === 'anatomy' && named.id !== own && named.broader !== own;
  });
}

/** "No focal lesion": it names no part of the body, nor anything that has its own. */
function isNowhere({ id, from, to }: SegmentedStatement, related: Explainable, knowledge: Knowledge): boolean {
  const { concepts } = knowledge.reading;
  const own = matchesWithin(related.matches.concept, from, to).map(({ entry }) => concepts[entry]);
  return (
    own.length > 0 &&
    own.every((concept) => concept?.kind !== 'anatomy' && !concept?.site && !concept?.region) &&
    findingsIn(id, related.findings).every(({ anatomy }) => anatomy.length === 0)
  );
}

/** "L5-S1: no bulge. The sacroiliac joints are normal.", "Right kidney: no stone. Left kidney is normal. Lungs are clear.": a level or a side is none of what lies elsewhere. */
function isOutside(
  { levels, side, span }: PlaceLabel,
  { from, to }: SegmentedStatement,
  related: Explainable,
  { reading }: Knowledge,
): boolean {
  const named = matchesWithin(related.matches.concept, from, to).flatMap(({ entry }) => reading.concepts[entry] ?? []);
  const regions = named.flatMap(({ kind, region }) => (kind === 'anatomy' && region !== undefined ? [region] : []));
  if (levels.length > 0) return regions.some((region) => region !== SPINE);
  const sides = [
    ...named.map(({ laterality }) => laterality),
    ...matchesWithin(related.matches.modifier, from, to).map(({ entry }) => reading.modifiers[entry]?.value),
  ];
  if (sides.some((own) => own && SIDED.has(own) && own !== side)) return true;
  const both = listed(reading, 'both-sides');
  for (let at = from; at < to; at += 1) if (side && both.has(related.tokens[at]?.norm ?? '')) return true;
  const labelled = regionsOf(related, span, reading);
  return labelled.length > 0 && regions.some((region) => !labelled.includes(region));
}

/** Of the parts of the body that a label names. */
function regionsOf({ matches }: Explainable, [start, end]: Span, { concepts }: Knowledge['reading']): string[] {
  const regions: string[] = [];
  for (let at = firstNotBefore(matches.concept, (match) => match.start < start); ; at += 1) {
    const match = matches.concept[at];
    if (!match || match.end > end) return regions;
    const { region } = concepts[match.entry] ?? {};
    if (region !== undefined) regions.push(region);
  }
}

const SIDED: ReadonlySet<string> = new Set(['left', 'right', 'bilateral']);
const SPINE = 'spine';

/** "Right knee" of "Right knee: the inner cartilage pad is unbroken." */
const labelOf = ({ how, plain }: ToldStatement): string | null =>
  how === 'verbatim' ? null : (/^([^:.]{1,60}):/.exec(plain[0]?.text ?? '')?.[1] ?? null);

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
