/** Wing 4, explain: who is asked to see the person: "neurosurgical review", "referral to the breast clinic", "refer to urology". */
import type { Token } from '../../token.ts';
import type { StepWords } from '../step-words.ts';
import { teamsAt } from '../teams.ts';
import type { AdviceWord } from './advice-forms.ts';

/** A form of advice at its tokens `[from, to)`. */
export interface AdviceTag {
  readonly value: AdviceWord;
  readonly from: number;
  readonly to: number;
}

export interface Visit {
  /** "visit with {who}"; null where the team is only named */
  readonly frame: string | null;
  readonly who: string;
  readonly to: number;
}

export interface VisitScene {
  readonly tokens: readonly Token[];
  readonly toward: ReadonlySet<string>;
  /** verbs: the team stands behind them */
  readonly sends: ReadonlySet<string>;
  /** words between several teams */
  readonly joins: Pick<StepWords, 'links' | 'choices'>;
  /** token after the clause */
  readonly end: number;
  readonly tagAt: (at: number) => AdviceTag | null;
}

const MOST = 4; // words between a visit and the team

/** The visit that begins at a tag; null where none does. */
export function visitAt(tag: AdviceTag, scene: VisitScene): Visit | null {
  const { specialty, visit } = tag.value;
  if (specialty) {
    const all = teamsFrom(tag.from, scene);
    const next = all && scene.tagAt(all.to);
    if (all && next?.value.visit && !scene.sends.has(scene.tokens[next.from]?.norm ?? ''))
      return { frame: next.value.visit, who: all.who, to: next.to };
    return { frame: null, who: specialty, to: pastTeam(tag.to, scene) };
  }
  if (!visit) return null;
  let at = tag.to;
  while (at < tag.to + MOST && scene.toward.has(scene.tokens[at]?.norm ?? '')) at += 1;
  const named = teamsFrom(at, scene);
  const sends = scene.sends.has(scene.tokens[tag.from]?.norm ?? '');
  if (!named || (at === tag.to && !sends)) return null;
  return { frame: visit, ...named };
}

/** "a brain surgeon and a cancer doctor"; null where no team begins. */
function teamsFrom(from: number, scene: VisitScene): Pick<Visit, 'who' | 'to'> | null {
  const teamAt = (at: number): Pick<Visit, 'who' | 'to'> | null => {
    const tag = at < scene.end ? scene.tagAt(at) : null;
    return tag?.value.specialty ? { who: tag.value.specialty, to: pastTeam(tag.to, scene) } : null;
  };
  const teams = teamsAt(from, teamAt, scene.tokens, scene.joins);
  if (!teams) return null;
  const last = teams.who.at(-1) ?? '';
  const before = teams.who.slice(0, -1).join(', ');
  return { who: before ? `${before} ${teams.join} ${last}` : last, to: teams.to };
}

function pastTeam(at: number, { tagAt }: VisitScene): number {
  const tag = tagAt(at);
  return tag?.value.team && !tag.value.visit ? tag.to : at;
}
