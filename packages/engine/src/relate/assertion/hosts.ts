/** Wing 3, assertion: the thing in or of which something is denied is there itself: "no calcification within the nodule". */
import type { Knowledge } from '../../stages.ts';
import type { Token } from '../../token.ts';
import { type Cues, cueAt, type PlacedCue } from './cues.ts';
import { bitsAt, CLAUSE, type Ground, normAt, wallAt } from './ground.ts';
import { ADD, AUXILIARY, COMPANION, DEFINITE, DEGREE, JOIN, LINK, VERB } from './word-classes.ts';

interface HostWords {
  readonly prepositions: ReadonlySet<string>;
  readonly owners: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly bearers: ReadonlySet<string>;
  readonly participles: ReadonlySet<string>;
}

const cache = new WeakMap<object, HostWords>();

function hostWords({ reading }: Knowledge): HostWords {
  let words = cache.get(reading);
  if (!words) {
    const { hosts, owners, places, bearers, participles } = reading.documents.clauses;
    words = {
      prepositions: new Set(hosts),
      owners: new Set(owners),
      places: new Set(places),
      bearers: new Set(bearers),
      participles: new Set(participles),
    };
    cache.set(reading, words);
  }
  return words;
}

/** Whether the target at token `at` only says where another thing is, whatever is said behind both: "fluid beside the cyst is not seen". */
export function isBeside(ground: Ground, cues: Cues, at: number): boolean {
  for (let i = at - 1; i > ground.from; i -= 1) {
    if (wallAt(ground, i + 1) >= CLAUSE) return false;
    if (cueAt(cues, i)?.cue.beside) return true;
    if (normAt(ground, i) === ',' || bitsAt(ground, i) & (JOIN | ADD | AUXILIARY | VERB)) return false;
  }
  return false;
}

/** "findings of", "evidence of" */
export function bears(tokens: readonly Token[], at: number, knowledge: Knowledge): boolean {
  const { bearers, owners } = hostWords(knowledge);
  return bearers.has(tokens[at]?.norm ?? '') && owners.has(tokens[at + 1]?.norm ?? '');
}

/**
 * Whether the target at token `at` only holds what the cue denies: "no rupture of the aneurysm", "no uptake in the known nodule". Not
 * "no trace of the nodule", nor "no mass in the pelvis compressing the ureter", nor a thing without "the" or "known".
 */
export function isHost(ground: Ground, cues: Cues, cue: PlacedCue, at: number, knowledge: Knowledge): boolean {
  const words = hostWords(knowledge);
  for (let i = at; i > cue.to; i -= 1) {
    const bits = bitsAt(ground, i);
    const norm = normAt(ground, i);
    if (i < at) {
      if (
        norm === ',' ||
        norm === '(' ||
        bits & (JOIN | ADD | AUXILIARY | VERB | COMPANION) ||
        wallAt(ground, i + 1) >= CLAUSE
      )
        return false;
      if (words.participles.has(norm) || isDoubt(cues, i)) return false;
    }
    if (!(bits & LINK) || i === at) continue;
    if (!words.prepositions.has(norm)) return false;
    const placed = words.owners.has(norm) && words.places.has(normAt(ground, i - 1)) && i - 2 > cue.to;
    if (placed && bitsAt(ground, i - 2) & DEFINITE) continue;
    if (!(bitsAt(ground, i + 1) & DEFINITE) || bitsAt(ground, i - 1) & (JOIN | ADD)) return false;
    return !(bitsAt(ground, i - 1) & DEGREE) && !(words.owners.has(norm) && words.bearers.has(normAt(ground, i - 1)));
  }
  return false;
}

const AFFIRMED = new Set(['definite', 'historical', 'current']);

const isDoubt = (cues: Cues, at: number): boolean => {
  const cue = cueAt(cues, at);
  return cue?.facing === 'forward' && !AFFIRMED.has(cue.category);
};
