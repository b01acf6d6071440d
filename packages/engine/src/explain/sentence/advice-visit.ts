/** Wing 4, explain: who is asked to see the person: "neurosurgical review", "referral to the breast clinic", "refer to urology". */
import type { Token } from '../../token.ts';
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
  /** token after the clause */
  readonly end: number;
  readonly tagAt: (at: number) => AdviceTag | null;
}

const MOST = 4; // words between a visit and the team

/** The visit that begins at a tag; null where none does. */
export function visitAt(tag: AdviceTag, scene: VisitScene): Visit | null {
  const { specialty, visit } = tag.value;
  if (specialty) {
    const behind = pastTeam(tag.to, scene);
    const next = scene.tagAt(behind);
    if (next?.value.visit && !scene.sends.has(scene.tokens[next.from]?.norm ?? ''))
      return { frame: next.value.visit, who: specialty, to: next.to };
    return { frame: null, who: specialty, to: behind };
  }
  if (!visit) return null;
  let at = tag.to;
  while (at < tag.to + MOST && scene.toward.has(scene.tokens[at]?.norm ?? '')) at += 1;
  const named = scene.tagAt(at);
  const sends = scene.sends.has(scene.tokens[tag.from]?.norm ?? '');
  if (!named?.value.specialty || (at === tag.to && !sends)) return null;
  const to = pastTeam(named.to, scene);
  return { frame: visit, who: named.value.specialty, to };
}

function pastTeam(at: number, { tagAt }: VisitScene): number {
  const tag = tagAt(at);
  return tag?.value.team && !tag.value.visit ? tag.to : at;
}
