/** Is a text a radiology report at all? Distinct words of reports are counted against those of other texts, never one phrase alone. */
import type { Reading, SectionCode } from './document.ts';
import { phraseAt } from './search.ts';
import type { Knowledge } from './stages.ts';
import { tokenize } from './token.ts';
import { buildTrie, type Trie } from './trie.ts';

type Side = 'imaging' | 'seen' | 'against';
/** `asks`: words of a request for a scan or of an appointment for one, which name tests and diseases as a report does */
type Kind = Side | 'asks';

/** What each kind of evidence counts, and how often at most. */
const WEIGHT: Readonly<Record<Side, number>> = { imaging: 1, seen: 1, against: 1.5 };
const MOST: Readonly<Record<Side, number>> = { imaging: 4, seen: 6, against: 40 };
const HEADED: Partial<Readonly<Record<SectionCode, number>>> = {
  impression: 2,
  findings_impression: 2,
  findings: 1,
  technique: 1,
  comparison: 1,
  history: 0.5,
  exam: 0.5,
};
const ENOUGH = 2;
const CONCEPTS = 3;
/** so many words of a request or an appointment, where no heading opens what was seen or concluded */
const ASKS = 2;
const TOLD: readonly SectionCode[] = ['findings', 'findings_impression', 'impression'];
/** one word of evidence among so many words at least */
const THIN = 40;

export function isReport(reading: Reading, knowledge: Knowledge): boolean {
  const found = evidenceIn(reading, knowledge);
  if (found.imaging.size + found.seen.size === 0 || found.hits * THIN < found.words) return false;
  const score = (side: Side): number => Math.min(found[side].size, MOST[side]) * WEIGHT[side];
  const codes = new Set(reading.sections.filter(({ heading }) => heading).map(({ code }) => code));
  if (found.asks.size >= ASKS && !TOLD.some((code) => codes.has(code))) return false;
  let speaks = score('imaging') + score('seen');
  for (const code of codes) speaks += HEADED[code] ?? 0;
  speaks += Math.min(CONCEPTS, new Set(reading.findings.map(({ concept }) => concept)).size);
  if (reading.measurements.some(({ mm }) => mm !== null)) speaks += 1;
  return speaks >= ENOUGH && speaks > score('against');
}

interface Found extends Readonly<Record<Kind, ReadonlySet<string>>> {
  readonly hits: number;
  readonly words: number;
}

function evidenceIn(reading: Reading, knowledge: Knowledge): Found {
  const trie = evidenceTrie(knowledge);
  const tokens = tokenize(reading.source.text, knowledge.book);
  const found: Record<Kind, Set<string>> = {
    imaging: new Set(),
    seen: new Set(),
    against: new Set(),
    asks: new Set(),
  };
  let hits = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const hit = phraseAt(trie, tokens, at, tokens.length);
    if (!hit) continue;
    found[hit.value.side].add(hit.value.word);
    if (hit.value.side === 'imaging' || hit.value.side === 'seen') hits += 1;
    at = hit.to - 1;
  }
  return { ...found, hits, words: tokens.filter(({ kind }) => kind === 'word').length };
}

interface Evidence {
  readonly side: Kind;
  readonly word: string;
}

const cache = new WeakMap<object, Trie<Evidence>>();
function evidenceTrie(knowledge: Knowledge): Trie<Evidence> {
  let trie = cache.get(knowledge.reading);
  if (!trie) {
    const { evidence } = knowledge.reading.documents;
    const sides: readonly Kind[] = ['asks', 'imaging', 'seen', 'against'];
    const pairs = sides.flatMap((side) => evidence[side].map((word) => [word, { side, word }] as const));
    trie = buildTrie(pairs, knowledge.lexicon.spelling);
    cache.set(knowledge.reading, trie);
  }
  return trie;
}
