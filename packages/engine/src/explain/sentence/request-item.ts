/** Wing 4, explain: one piece of a request → its plain words, and in which manner they are told. */
import type { Finding, Span } from '../../document.ts';
import type { Related } from '../../stages.ts';
import type { Chunk } from './chunk.ts';
import type { Language } from './language.ts';
import { withOrgans } from './organ-list.ts';
import { wordingChunk } from './own-chunk.ts';
import { type Named, namedIn, type RequestContext } from './request-chunks.ts';
import type { RequestPiece } from './request-pieces.ts';
import type { RequestManner, RequestTerm, RequestWords } from './request-words.ts';
import { wordsOf } from './sequence.ts';
import { isVerb, type Word } from './word.ts';
import { writing } from './writing.ts';

export interface RequestItem {
  readonly manner: RequestManner;
  readonly text: string;
  /** told with "are" */
  readonly many: boolean;
  /** how long it has lasted is said */
  readonly long: boolean;
  readonly denied: boolean;
  /** it names an illness, a symptom or what happened */
  readonly named: boolean;
  readonly chunks: readonly Chunk[];
  readonly unknown: readonly Span[];
}

/** null: the piece is no list of what is known or asked, and must be told word for word. */
export function itemOf(piece: RequestPiece, denying: boolean, context: RequestContext): RequestItem | null {
  const { related, words, clause } = context;
  const found = namedIn(piece, context);
  const chunks = withOrgans(
    found.map(({ chunk }) => chunk),
    context.knowledge,
  );
  const denied = chunks.some((chunk) => chunk.kind === 'word' && clause.language.denials.has(chunk.norm));
  const unknown = chunks.filter((chunk) => !context.isKnown(chunk));
  if (!found.every(({ chunk, as }) => as || isTellable(chunk, context))) return null;
  // "no fever, cough": is the cough denied too?
  if (denying && !denied && piece.listed) return null;
  if (unsided(found)) return null;
  const kind = unknown.length ? null : kindOf(found, words, clause.language);
  const manner = mannerOf(piece, kind);
  // "r/o stone, flank pain": nobody asks whether there is pain
  if (manner === 'asks' && piece.listed && kind === 'symptom') return null;
  if (!kind && (manner === 'follows' ? unknown.length === 0 : manner === 'asks' && piece.listed && unknown.length > 0))
    return null;
  if (!manner || (denied && manner !== 'has' && manner !== 'had' && manner !== 'says')) return null;
  const past = found.some(({ as }) => as === 'past');
  const long = past || found.some(({ as }) => as === 'duration');
  const dated = found.some(({ as }) => as === 'year');
  // "pain 2019": how it is meant is not said
  if ((dated && manner === 'has') || (past && manner !== 'had')) return null;
  if (!isAsRead(findingsIn(related, piece), manner, denied)) return null;
  const bare = manner === 'denies' || manner === 'never';
  const said = wordsOf(long && manner === 'had' ? ago(chunks, words) : chunks, clause, false, !bare);
  const noun = said.find((word) => word.kind === 'noun');
  // "chest and nasal congestion": the chest is not what they have
  if (OWNED.has(manner) && (noun?.anatomy || joinsOrgan(said))) return null;
  if (!noun && !kind && unknown.length === 0) return null;
  return {
    manner,
    text: writing(said),
    many: noun?.number === 'plural',
    long,
    denied,
    named: kind !== null,
    chunks,
    unknown: unknown.map(({ start, end }): Span => [start, end]),
  };
}

/** A single letter that is no side may be anything. */
const unsided = (found: readonly Named[]): boolean =>
  found.some(({ chunk, as }) => !as && chunk.kind === 'word' && /^[RL]$/.test(chunk.text));

/** "pain and left arm": the arm is no second thing that they have. */
function joinsOrgan(said: readonly Word[]): boolean {
  const first = said.findIndex(({ anatomy }) => anatomy === true);
  return first > 0 && said[first - 1]?.text === 'and';
}

/** "s/p fall x 3 days": it was three days ago. */
const ago = (chunks: readonly Chunk[], { documents: { durations } }: RequestWords): readonly Chunk[] =>
  chunks.map((chunk) => {
    if (chunk.kind !== 'wording' || !chunk.wording.plain.startsWith(`${durations.plain} `)) return chunk;
    const time = chunk.wording.plain.slice(durations.plain.length + 1);
    return wordingChunk(durations.ago.replace('{time}', time), 'adverb', chunk);
  });

/** Nothing in it makes a sentence or a condition of the piece. */
function isTellable(chunk: Chunk, { words, clause: { language } }: RequestContext): boolean {
  if (chunk.kind === 'number' || isVerb(chunk, language)) return false;
  if (chunk.kind === 'mark') return chunk.text === '-' || (chunk.text === '/' && chunk.glued);
  if (chunk.kind === 'phrase') return false;
  return chunk.kind !== 'word' || !(words.stops.has(chunk.norm) || BLANKED.test(chunk.text) || /\d/.test(chunk.text));
}
const BLANKED = /^x{3,}/i;

type Joining = 'link' | 'placing' | 'adjective';
type Kind = Exclude<RequestTerm['as'], Joining> | null;

/** What the piece is about: its first term, unless words follow it that change what it is ("fall risk"). */
function kindOf(found: readonly Named[], words: RequestWords, language: Language): Kind {
  const at = found.findIndex(({ chunk, as }) => ofChunk(chunk, as, words) !== null);
  const named = found[at];
  if (!named) return null;
  // "two weeks of cough", "loin to groin pain"
  if (found.slice(0, at).some(({ chunk }) => chunk.kind === 'word' && isLink(chunk.norm, language))) return null;
  const kind = ofChunk(named.chunk, named.as, words);
  const next = found[at + 1]?.chunk;
  if (next?.kind === 'word' && !isLink(next.norm, language) && !words.afterTerms.has(next.norm)) return null;
  const others = found.slice(at + 1).map(({ chunk, as }) => ofChunk(chunk, as, words));
  return others.includes('diagnosis') || others.includes('procedure') ? 'diagnosis' : kind;
}

const isJoining = (as: NonNullable<Named['as']>): as is Joining | 'duration' | 'past' | 'year' =>
  as === 'link' || as === 'placing' || as === 'adjective' || as === 'duration' || as === 'past' || as === 'year';

const isLink = (norm: string, { prepositions, connectives }: Language): boolean =>
  prepositions.has(norm) || connectives.has(norm);

function ofChunk(chunk: Chunk, as: Named['as'], { symptoms, conditions }: RequestWords): Kind {
  if (as && !isJoining(as)) return as;
  if (as || chunk.kind !== 'concept') return null;
  const { id, kind } = chunk.concept;
  if (symptoms.has(id)) return 'symptom';
  if (conditions.has(id)) return 'condition';
  if (kind === 'finding') return 'diagnosis';
  return kind === 'procedure' ? 'procedure' : null;
}

const OWNED: ReadonlySet<RequestManner> = new Set(['has', 'had', 'was', 'known', 'are', 'takes', 'stopped']);
const HAPPENED: ReadonlySet<Kind> = new Set(['event', 'procedure', 'medicine']);
const STAYS: ReadonlySet<RequestManner> = new Set(['asks', 'denies', 'family']);
const LISTS: ReadonlySet<RequestManner> = new Set(['had', 'was', 'known', 'checks', 'follows', 'before']);

/** The manner that the words before it name; without one, by what it is: what a person feels is told to them, an illness stays the doctor's word. */
function mannerOf({ manner, listed }: RequestPiece, kind: Kind): RequestManner | null {
  if (manner === 'never' && listed) return null;
  if (manner === 'was' && !listed && HAPPENED.has(kind)) return 'had';
  if (manner && (!listed || STAYS.has(manner)) && manner !== 'has') return manner;
  if (kind === 'symptom' || kind === 'condition') return 'has';
  if (kind === 'state') return 'are';
  if (kind === 'event') return 'had';
  if (kind === 'medicine' && (manner === 'takes' || manner === 'stopped')) return manner;
  return manner && LISTS.has(manner) && (!listed || kind === 'diagnosis' || kind === 'procedure') ? manner : 'says';
}

const findingsIn = ({ findings, tokens }: Related, { from, to }: RequestPiece): readonly Finding[] => {
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  return findings.filter(({ span }) => span[0] < end && start < span[1]);
};

/** What is told as there, or as not there, must have been read so; a bare word of a history is read as past, and told as known. */
function isAsRead(findings: readonly Finding[], manner: RequestManner, denied: boolean): boolean {
  if (manner === 'family') return true;
  return findings.every(({ assertion: { presence, experiencer } }) => {
    if (experiencer !== 'patient') return false;
    if (manner === 'has' || manner === 'had') return presence === (denied ? 'absent' : 'present');
    if (manner === 'asks') return presence !== 'absent';
    return denied === (presence === 'absent') || manner === 'denies' || manner === 'never';
  });
}
