/** Wing 3, relate: the side that only the findings tell: "Stone in the left ureter. … IMPRESSION: Ureteral stone." */
import { broaderOf } from '../broader.ts';
import type { Finding, ImpressionItem, Place, SectionCode } from '../document.ts';
import { findingsIn } from '../findings-index.ts';
import { type PlaceLabel, placeLabels } from '../place-label.ts';
import { sectionsById } from '../sections-by-id.ts';
import { isPairedIn, type KnownSide, sidesIn } from '../sides.ts';
import type { Knowledge, Related, SegmentedStatement } from '../stages.ts';
import { statementsById } from '../statements-by-id.ts';
import { listed } from '../word-lists.ts';

const TELLING: ReadonlySet<SectionCode> = new Set(['findings', 'procedure']);
const NONE: ReadonlyMap<string, KnownSide> = new Map();

/** Where a finding stands. */
interface Found {
  readonly finding: Finding;
  readonly statement: SegmentedStatement;
  /** the place of its statement among all */
  readonly at: number;
}

interface Scene {
  readonly related: Related;
  readonly knowledge: Knowledge;
  readonly broader: (concept: string) => readonly string[];
  /** whether a report tells a left one and a right one of a concept */
  readonly isSided: (concept: string) => boolean;
  /** what the findings tell as there, by what it is and by all that is more general */
  readonly byKind: ReadonlyMap<string, readonly Found[]>;
  readonly labels: ReadonlyMap<string, PlaceLabel>;
  /** words that open a statement about something named before it */
  readonly definite: ReadonlySet<string>;
}

/**
 * By item: an item that names no side and of which all that it tells as there lies on one side in the findings, wherever
 * they name it. Nothing where the report is at odds with itself about a side.
 */
export function foundSides(related: Related, knowledge: Knowledge): ReadonlyMap<string, KnownSide> {
  if (related.checks.some(({ kind }) => kind === 'laterality-mismatch')) return NONE;
  const asking = related.impression.filter((item) => namesNoSide(item, related, knowledge));
  if (asking.length === 0) return NONE;
  const scene = sceneOf(related, knowledge);
  const sides = new Map<string, KnownSide>();
  for (const item of asking) {
    const side = sideOfItem(item, scene);
    if (side) sides.set(item.id, side);
  }
  return sides;
}

function namesNoSide({ statements }: ImpressionItem, related: Related, knowledge: Knowledge): boolean {
  const sections = sectionsById(related);
  const byId = statementsById(related);
  const own = statements.flatMap((id) => byId.get(id) ?? []);
  return (
    own.some(({ id }) => findingsIn(id, related.findings).some(isThere)) &&
    own.every(
      (statement) =>
        !sections.get(statement.section)?.implied &&
        sidesIn(statement, related, knowledge).length === 0 &&
        findingsIn(statement.id, related.findings).every(({ anatomy }) =>
          anatomy.every(({ laterality }) => laterality === null),
        ),
    )
  );
}

function sceneOf(related: Related, knowledge: Knowledge): Scene {
  const broader = broaderOf(knowledge);
  const sections = sectionsById(related);
  const isPaired = isPairedIn(knowledge);
  const halved = listed(knowledge.reading, 'halved-parts');
  const byKind = new Map<string, Found[]>();
  for (const [at, statement] of related.statements.entries()) {
    const section = sections.get(statement.section);
    if (!section || !TELLING.has(section.code) || section.implied) continue;
    for (const finding of findingsIn(statement.id, related.findings))
      if (isThere(finding))
        for (const kind of broader(finding.concept)) {
          const found = byKind.get(kind);
          if (found) found.push({ finding, statement, at });
          else byKind.set(kind, [{ finding, statement, at }]);
        }
  }
  return {
    related,
    knowledge,
    broader,
    isSided: (concept) => isPaired(concept) || broader(concept).some((one) => halved.has(one)),
    byKind,
    labels: placeLabels(related, knowledge),
    definite: listed(knowledge.reading, 'definite'),
  };
}

const isThere = ({ assertion: { presence, temporality, experiencer }, change }: Finding): boolean =>
  (presence === 'present' || presence === 'possible') &&
  temporality === 'current' &&
  experiencer === 'patient' &&
  change?.direction !== 'resolved';

/** Of all that the item tells as there; null where one thing lies elsewhere, or nothing tells where. */
function sideOfItem({ statements }: ImpressionItem, scene: Scene): KnownSide | null {
  let known: KnownSide | null = null;
  for (const id of statements)
    for (const finding of findingsIn(id, scene.related.findings)) {
      if (!isThere(finding)) continue;
      const side = sideOfFinding(finding, scene);
      if (!side || (known && known.side !== side.side)) return null;
      known ??= side;
    }
  return known;
}

function sideOfFinding(finding: Finding, scene: Scene): KnownSide | null {
  let known: KnownSide | null = null;
  let before = -1;
  for (const found of kinOf(finding, scene)) {
    if (!mayBeOne(finding, found.finding, scene)) continue;
    // "… in the left lung. The nodule has sharp edges."
    if (known && found.at === before + 1 && pointsBack(found, scene)) continue;
    const side = sideWritten(found, scene);
    if (!side || (known && known.side !== side.side)) return null;
    known ??= side;
    before = found.at;
  }
  return known;
}

/** What may be the finding: of its kind, of a narrower one or of a more general one; in the order of the text. */
function kinOf({ concept }: Finding, { byKind, broader }: Scene): readonly Found[] {
  const kin = [...(byKind.get(concept) ?? [])];
  for (const kind of broader(concept))
    if (kind !== concept) kin.push(...(byKind.get(kind) ?? []).filter(({ finding }) => finding.concept === kind));
  return kin.sort((a, b) => a.at - b.at);
}

/** Two findings can be one only where their places can be. */
function mayBeOne(a: Finding, b: Finding, { broader }: Scene): boolean {
  if (a.anatomy.length === 0 || b.anatomy.length === 0) return true;
  const reach = (place: Place): readonly string[] => broader(place.concept);
  return a.anatomy.some((one) =>
    b.anatomy.some((other) => reach(one).includes(other.concept) || reach(other).includes(one.concept)),
  );
}

const pointsBack = ({ finding, statement }: Found, { related, knowledge, definite }: Scene): boolean =>
  finding.anatomy.length === 0 &&
  definite.has(related.tokens[statement.from]?.norm ?? '') &&
  sidesIn(statement, related, knowledge).length === 0;

/** Left or right, of a part that there is one of on each side, with no other side in the same statement. */
function sideWritten({ finding, statement }: Found, { related, knowledge, isSided, labels }: Scene): KnownSide | null {
  const label = labels.get(statement.id);
  const written = sidesIn(statement, related, knowledge);
  if (label?.side) written.push({ side: label.side, span: label.span });
  const parts = finding.anatomy.filter(({ concept }) => isSided(concept));
  for (const { laterality, span } of parts) if (laterality) written.push({ side: laterality, span });
  const [first] = written;
  if (!first || !isOneSide(first.side) || written.some(({ side }) => side !== first.side)) return null;
  const { side, span } = first;
  const isItsOwn = label?.side === side || parts.some(({ laterality }) => laterality === side);
  const isElsewhere = finding.anatomy.some(({ laterality }) => laterality !== null && laterality !== side);
  return parts.length > 0 && isItsOwn && !isElsewhere ? { side, span } : null;
}

const isOneSide = (side: string): side is KnownSide['side'] => side === 'left' || side === 'right';
