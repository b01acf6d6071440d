/** Wing 3, relate, checks: two categories of one scale for what can only have one. */
import { EMPTY_LIST } from '../../alike.ts';
import type { Score } from '../../document.ts';
import type { Clash, Scene } from './scene.ts';

export function scoreClashes({ recognized }: Scene): readonly Clash[] {
  if (recognized.scores.length < 2) return EMPTY_LIST;
  const inside = ({ span }: Score, code: string): boolean =>
    recognized.sections.some((one) => one.code === code && span[0] >= one.span[0] && span[1] <= one.span[1]);
  const systems = new Map<string, Score[]>();
  for (const score of recognized.scores) {
    if (score.temporality !== 'current') continue;
    const own = systems.get(score.system);
    if (own) own.push(score);
    else systems.set(score.system, [score]);
  }
  return [...systems.values()].flatMap((scores) => {
    const told = scores.filter((score) => inside(score, 'findings'));
    const concluded = scores.filter((score) => inside(score, 'impression'));
    const [a, b] = [told[0], concluded[0]];
    if (!a || !b || told.length !== 1 || concluded.length !== 1 || a.category === b.category) return [];
    if (a.category.startsWith(b.category) || b.category.startsWith(a.category)) return [];
    return [{ kind: 'score-mismatch' as const, basis: [a.span, b.span] }];
  });
}
