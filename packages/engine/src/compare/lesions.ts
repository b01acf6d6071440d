/** Compare: sightings of several reports → lesions followed through them, and how each has changed. */
import type { Lesion } from '../comparison.ts';
import type { Reading } from '../document.ts';
import type { Knowledge } from '../stages.ts';
import { deniedIn, denies, fits, type Sighting, sightingsIn } from './sightings.ts';

export interface Followed {
  readonly seen: readonly Sighting[];
  readonly change: Lesion['change'];
  /** where the newer report denies it */
  readonly denied: Sighting | null;
}

export function followed(readings: readonly Reading[], knowledge: Knowledge): readonly Followed[] {
  const tracks: Sighting[][] = [];
  readings.forEach((reading, report) => {
    const pairs = sightingsIn(reading, report, knowledge).map((sighting) => ({
      sighting,
      track: null as Sighting[] | null,
    }));
    const worth = pairs
      .flatMap((pair) => tracks.map((track) => ({ pair, track, value: worthOf(track, pair.sighting, knowledge) })))
      .filter(({ value }) => value > 0)
      .sort((a, b) => b.value - a.value);
    const taken = new Set<Sighting[]>();
    for (const { pair, track } of worth) {
      if (pair.track || taken.has(track)) continue;
      pair.track = track;
      taken.add(track);
    }
    for (const { sighting, track } of pairs) {
      if (track) track.push(sighting);
      else tracks.push([sighting]);
    }
  });
  const denials = readings.map(deniedIn);
  return tracks.map((seen) => changeOf(seen, denials, readings.length - 1, knowledge));
}

function worthOf(track: readonly Sighting[], sighting: Sighting, knowledge: Knowledge): number {
  const last = track.at(-1);
  return last ? fits(last, sighting, knowledge) : 0;
}

function changeOf(
  seen: readonly Sighting[],
  denials: readonly (readonly Sighting[])[],
  newest: number,
  knowledge: Knowledge,
): Followed {
  const last = seen.at(-1);
  const before = seen.at(-2);
  const matching = (report: number): Sighting | null =>
    denials[report]?.find((denied) => last && denies(denied, last, knowledge)) ?? null;
  if (!last) return { seen, change: 'uncertain', denied: null };
  if (last.report < newest) {
    const denied = matching(newest);
    return { seen, change: denied ? 'gone' : 'not-mentioned', denied };
  }
  const said = last.finding.change?.direction;
  if (!before) {
    const earlier = last.report > 0 && matching(last.report - 1) !== null;
    return { seen, change: said === 'new' || (earlier && !said) ? 'new' : 'uncertain', denied: null };
  }
  const measured = sizeChange(before, last, knowledge);
  if (said === 'resolved') return { seen, change: 'gone', denied: last };
  if (said === 'new') return { seen, change: 'uncertain', denied: null };
  // words and sizes that contradict each other decide nothing
  const change =
    said && measured && said !== measured && (said !== 'stable' || measured !== 'stable')
      ? contradicts(said, measured)
      : (said ?? measured);
  return { seen, change: change ?? 'uncertain', denied: null };
}

type Course = 'increased' | 'stable' | 'decreased';

function contradicts(said: Course, measured: Course): Lesion['change'] {
  return measured === 'stable' ? said : 'uncertain';
}

function sizeChange(before: Sighting, after: Sighting, knowledge: Knowledge): Course | null {
  if (!before.mm || !after.mm) return null;
  const { mm, share } = knowledge.reading.documents.comparison.growth;
  const [old, now] = [Math.max(...before.mm), Math.max(...after.mm)];
  const difference = Math.abs(now - old);
  if (difference < mm) return 'stable';
  if (difference < share * old) return null;
  return now > old ? 'increased' : 'decreased';
}
