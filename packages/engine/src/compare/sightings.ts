/** Compare: the lesions that one reading tells of, each once, with its place and its current size. */
import type { Finding, Place, Reading, Span } from '../document.ts';
import type { Knowledge } from '../stages.ts';

export interface Sighting {
  /** index of the report */
  readonly report: number;
  readonly finding: Finding;
  readonly mm: readonly number[] | null;
  readonly side: Place['laterality'];
  readonly basis: readonly Span[];
}

export function sightingsIn(reading: Reading, report: number, knowledge: Knowledge): readonly Sighting[] {
  const out: Sighting[] = [];
  for (const finding of reading.findings) {
    const { presence, temporality, experiencer } = finding.assertion;
    if ((presence !== 'present' && presence !== 'possible') || temporality !== 'current' || experiencer !== 'patient')
      continue;
    const sighting = sightingOf(reading, report, finding);
    const at = out.findIndex((other) => fits(other, sighting, knowledge) > 0 && sameSize(other.mm, sighting.mm));
    const known = out[at];
    // told in the findings and again in the impression: the mention that gives the size stands for both
    if (!known) out.push(sighting);
    else if ((!known.mm && sighting.mm) || (!known.finding.change && sighting.finding.change))
      out[at] = {
        ...sighting,
        mm: sighting.mm ?? known.mm,
        side: sighting.side ?? known.side,
        basis: [...known.basis, ...sighting.basis],
      };
  }
  return out;
}

/** What a reading says it does not see, or no longer; "no new nodule" says nothing of an old one. */
export function deniedIn(reading: Reading, report: number): readonly Sighting[] {
  return reading.findings
    .filter(({ assertion, change }) => {
      if (assertion.experiencer !== 'patient' || change?.direction === 'new') return false;
      return (
        change?.direction === 'resolved' || (assertion.presence === 'absent' && assertion.certainty === 'excluded')
      );
    })
    .map((finding) => sightingOf(reading, report, finding));
}

/** Whether a denial covers a lesion: the same thing or a wider word for it, in no narrower place. */
export function denies(denied: Sighting, lesion: Sighting, knowledge: Knowledge): boolean {
  const { concept, anatomy } = denied.finding;
  if (concept !== lesion.finding.concept && !isKindOf(lesion.finding.concept, concept, knowledge)) return false;
  if (denied.side && denied.side !== lesion.side) return false;
  return anatomy.every((place) =>
    lesion.finding.anatomy.some(
      (own) => own.concept === place.concept || isKindOf(own.concept, place.concept, knowledge),
    ),
  );
}

function sightingOf(reading: Reading, report: number, finding: Finding): Sighting {
  const measured = reading.measurements.find(
    ({ id, role, mm }) => finding.measurements.includes(id) && role === 'current' && mm !== null,
  );
  return {
    report,
    finding,
    mm: measured?.mm ?? null,
    side: finding.anatomy.find(({ laterality }) => laterality !== null)?.laterality ?? null,
    basis: [finding.span, ...(measured ? [measured.span] : [])],
  };
}

const largest = (mm: readonly number[]): number => Math.max(...mm);

const sameSize = (a: readonly number[] | null, b: readonly number[] | null): boolean =>
  !a || !b || largest(a) === largest(b);

/** How well two sightings may be one lesion: 0 not at all. */
export function fits(a: Sighting, b: Sighting, knowledge: Knowledge): number {
  const kind = related(a.finding.concept, b.finding.concept, knowledge);
  if (kind === 0) return 0;
  if (a.side && b.side && a.side !== b.side) return 0;
  const places = placeFit(a.finding.anatomy, b.finding.anatomy, knowledge);
  if (places < 0) return 0;
  const close = a.mm && b.mm ? 1 / (1 + Math.abs(largest(a.mm) - largest(b.mm))) : 0;
  return 4 * kind + places + (a.side && a.side === b.side ? 1 : 0) + close;
}

/** 2 the same, 1 one is a kind of the other, 0 neither. */
function related(a: string, b: string, knowledge: Knowledge): number {
  if (a === b) return 2;
  return isKindOf(a, b, knowledge) || isKindOf(b, a, knowledge) ? 1 : 0;
}

function placeFit(a: readonly Place[], b: readonly Place[], knowledge: Knowledge): number {
  if (a.length === 0 || b.length === 0) return 0;
  const levels = [a, b].map((places) => places.flatMap(({ level }) => level ?? []));
  const [first = [], second = []] = levels;
  if (first.length > 0 && second.length > 0 && !first.some((level) => second.includes(level))) return -1;
  if (a.some((p) => b.some((q) => p.concept === q.concept))) return 2;
  return a.some((p) => b.some((q) => related(p.concept, q.concept, knowledge) > 0)) ? 1 : -1;
}

const DEPTH = 6;

function isKindOf(concept: string, broad: string, knowledge: Knowledge): boolean {
  const broader = broaderOf(knowledge);
  let at = broader.get(concept);
  for (let depth = 0; at && depth < DEPTH; depth += 1) {
    if (at === broad) return true;
    at = broader.get(at);
  }
  return false;
}

const cache = new WeakMap<object, ReadonlyMap<string, string>>();
function broaderOf(knowledge: Knowledge): ReadonlyMap<string, string> {
  let broader = cache.get(knowledge.reading);
  if (!broader) {
    broader = new Map(
      knowledge.reading.concepts.flatMap(({ id, broader: wide }) => (wide ? [[id, wide] as const] : [])),
    );
    cache.set(knowledge.reading, broader);
  }
  return broader;
}
