/** Wing 4, explain: several teams in one line: "ENT and dental review", "refer to urology or oncology". */
import type { Token } from '../token.ts';
import type { StepWords } from './step-words.ts';

interface Team {
  readonly who: string;
  readonly to: number;
}

export interface Teams {
  readonly who: readonly string[];
  readonly join: 'and' | 'or';
  /** token after the last */
  readonly to: number;
}

/** The team that begins at a token, and those that are joined to it; null where none does. */
export function teamsAt(
  from: number,
  teamAt: (at: number) => Team | null,
  tokens: readonly Token[],
  { links, choices }: Pick<StepWords, 'links' | 'choices'>,
): Teams | null {
  const who: string[] = [];
  let join: Teams['join'] = 'and';
  let to = from;
  for (let team = teamAt(from); team; ) {
    if (!who.includes(team.who)) who.push(team.who);
    to = team.to;
    const link = tokens[to]?.norm ?? '';
    team = links.includes(link) ? teamAt(to + 1) : null;
    if (team && choices.includes(link)) join = 'or';
  }
  return who.length > 0 ? { who, join, to } : null;
}
