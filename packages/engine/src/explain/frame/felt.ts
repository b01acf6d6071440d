/** Wing 4, explain, frame: what a request says of the person, and why the test is done: "cough and fever", "annual screening". */
import type { Frames } from '@readingscan/knowledge';
import type { Finding, Span } from '../../document.ts';
import { type Match, matchesWithin } from '../../lexicon.ts';
import { longestForm } from '../../search.ts';
import type { Explainable, Knowledge, SegmentedStatement } from '../../stages.ts';
import { buildTrie, formsOf, type Trie } from '../../trie.ts';
import { fill } from '../template.ts';
import type { Account } from './account.ts';
import type { Claim } from './claim.ts';

interface Request {
  readonly related: Explainable;
  readonly statement: SegmentedStatement;
  readonly knowledge: Knowledge;
  readonly frames: Frames;
  readonly account: Account;
  readonly findings: readonly Finding[];
}

/** None where a word of the request denies, asks, doubts or speaks of somebody else. */
export function feltClaims({ related, statement, knowledge, frames, account, findings }: Request): Claim[] {
  const { source, tokens, matches } = related;
  const { from, to } = statement;
  const bound = boundOf(matchesWithin(matches.cue, from, to), { related, statement, knowledge });
  const forms = formsIn(frames, knowledge.reading.spelling);
  const isFound = ([start, end]: Span): boolean => findings.some(({ span }) => span[0] < end && start < span[1]);
  const names: string[] = [];
  const basis: Span[] = [];
  for (let at = from; at < bound; at += 1) {
    const form = longestForm(forms, source.text, tokens, at, bound);
    const [first, last] = [tokens[at], form && tokens[form.to - 1]];
    if (!form || !first || !last) continue;
    const span: Span = [first.start, last.end];
    const side = sideBefore(at, { related, statement, knowledge });
    at = form.to - 1;
    if (isFound(span) || account.isTold(span[0])) continue;
    names.push(side ? fill(frames.where.of, { place: form.value, side: frames.where.side[side.value] }) : form.value);
    for (const own of side ? [side.span, span] : [span]) {
      basis.push(own);
      account.tell(own);
    }
  }
  const [first] = basis;
  return first ? [{ kind: 'felt', names, at: first[0], basis }] : [];
}
/** Up to where nothing is denied, asked or doubted: "headache, | rule out bleed"; none where a word does so of what stands before it. */
function boundOf(cues: readonly Match[], { related: { tokens }, statement, knowledge }: Place): number {
  const { from, to } = statement;
  let bound = to;
  for (const { entry, from: at } of cues) {
    const { category = '', direction } = knowledge.reading.cues[entry] ?? {};
    if (SPARED.has(category)) continue;
    if (direction !== 'forward') return from;
    bound = Math.min(bound, at);
  }
  for (let at = from; at < to; at += 1) {
    if (tokens[at]?.norm !== '?') continue;
    if (tokens[at + 1]?.kind !== 'word' || at + 1 >= to) return from;
    bound = Math.min(bound, at);
  }
  return bound;
}
type Place = Pick<Request, 'related' | 'statement' | 'knowledge'>;

/** "left-sided | weakness" */
function sideBefore(
  at: number,
  { related: { tokens, matches }, statement, knowledge }: Place,
): { readonly value: 'left' | 'right' | 'bilateral'; readonly span: Span } | null {
  const match = matchesWithin(matches.modifier, statement.from, statement.to).find(({ from, to }) => {
    const isJoined = tokens.slice(to, at).every(({ norm }) => norm === '-' || norm === 'sided');
    return from < at && to <= at && isJoined;
  });
  const modifier = match && knowledge.reading.modifiers[match.entry];
  const value = modifier?.role === 'side' ? modifier.value : undefined;
  if (!match || (value !== 'left' && value !== 'right' && value !== 'bilateral')) return null;
  return { value, span: [match.start, tokens[at - 1]?.end ?? match.end] };
}

/** categories of cues that leave what is said as it is */
const SPARED: ReadonlySet<string> = new Set(['current', 'contrast', 'definite', 'historical']);

/** What the person feels, as a term that begins at a token. */
export const feltAt = (
  at: number,
  to: number,
  frames: Frames,
  { related: { source, tokens }, knowledge: { reading } }: Pick<Request, 'related' | 'knowledge'>,
): { readonly value: string; readonly to: number } | null =>
  longestForm(formsIn(frames, reading.spelling), source.text, tokens, at, to) ??
  longestForm(explainedIn(frames, reading.spelling), source.text, tokens, at, to) ??
  null;

type Terms = Frames['history']['terms'];
const cache = new WeakMap<Terms, Trie<string>>();

function termsIn(terms: Terms, spelling: Readonly<Record<string, string>>): Trie<string> {
  let forms = cache.get(terms);
  if (!forms) {
    forms = buildTrie(
      terms.flatMap(({ match, plain }) => formsOf(plain, match)),
      spelling,
    );
    cache.set(terms, forms);
  }
  return forms;
}
const formsIn = ({ history }: Frames, spelling: Readonly<Record<string, string>>): Trie<string> =>
  termsIn(history.terms, spelling);
const explainedIn = ({ explained }: Frames, spelling: Readonly<Record<string, string>>): Trie<string> =>
  termsIn(explained.terms, spelling);
