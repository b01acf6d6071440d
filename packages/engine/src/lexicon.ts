/** Ground floor: one trie over every vocabulary; one pass over the tokens finds the longest form of each layer. */
import { EXACT, type Form, type Layer, PLURAL, type ReadingKnowledge } from '@readingscan/knowledge';
import { type Spelling, type Token, tokenize } from './token.ts';

export interface Match {
  readonly layer: Layer;
  /** index of the entry in its layer of the knowledge */
  readonly entry: number;
  /** first token, and the one after the last */
  readonly from: number;
  readonly to: number;
  /** span in the text */
  readonly start: number;
  readonly end: number;
  /** the form is the plural of its entry */
  readonly plural: boolean;
}

export type Matches = Readonly<Record<Layer, readonly Match[]>>;

interface Output {
  readonly layer: Layer;
  readonly entry: number;
  /** counts only if the text says exactly this */
  readonly exact: string | null;
  readonly plural: boolean;
  /** "the patient's" is another form than "the patient" */
  readonly possessive: boolean;
}

interface Node {
  readonly next: Map<string, Node>;
  outputs: Output[] | null;
}

export interface Lexicon {
  readonly root: Node;
  readonly spelling: Spelling;
}

export const LAYERS: readonly Layer[] = ['concept', 'modifier', 'cue', 'change', 'heading', 'phrase', 'wording'];

/** Layers whose forms are looked up in the running text; headings are found by the segmenter. */
const IN_TEXT = LAYERS.filter((layer) => layer !== 'heading');

export function buildLexicon(reading: ReadingKnowledge): Lexicon {
  const root: Node = { next: new Map(), outputs: null };
  for (const layer of IN_TEXT)
    for (const form of reading.forms[layer] ?? []) insert(root, layer, form, reading.spelling);
  return { root, spelling: reading.spelling };
}

const POSSESSIVE = /['’]s$/i;

function insert(root: Node, layer: Layer, [text, entry, flags = 0]: Form, spelling: Spelling): void {
  let node = root;
  const tokens = tokenize(text, spelling).filter((token) => token.norm !== '-');
  if (tokens.length === 0) return;
  for (const { norm } of tokens) {
    let next = node.next.get(norm);
    if (!next) {
      next = { next: new Map(), outputs: null };
      node.next.set(norm, next);
    }
    node = next;
  }
  node.outputs ??= [];
  // possessive forms last: where both fit, they win
  node.outputs[POSSESSIVE.test(text) ? 'push' : 'unshift']({
    layer,
    entry,
    exact: flags & EXACT ? text : null,
    plural: (flags & PLURAL) !== 0,
    possessive: POSSESSIVE.test(text),
  });
}

/** The longest matches of each layer from left to right, without overlap inside a layer. Hyphens between words count as spaces. */
export function findMatches(text: string, tokens: readonly Token[], lexicon: Lexicon): Matches {
  const found: Record<Layer, Match[]> = {
    concept: [],
    modifier: [],
    cue: [],
    change: [],
    heading: [],
    phrase: [],
    wording: [],
  };
  const covered: Record<Layer, number> = {
    concept: 0,
    modifier: 0,
    cue: 0,
    change: 0,
    heading: 0,
    phrase: 0,
    wording: 0,
  };
  const best = new Map<Layer, Match>();
  for (let from = 0; from < tokens.length; from += 1) {
    let node: Node | undefined = lexicon.root;
    const first = tokens[from];
    if (!first) break;
    best.clear();
    for (let at = from; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (!token) break;
      if (at > from && isJoint(tokens, at)) continue;
      node = node.next.get(token.norm);
      if (!node) break;
      if (!node.outputs) continue;
      for (const { layer, entry, exact, plural, possessive } of node.outputs) {
        if (possessive && !POSSESSIVE.test(text.slice(token.start, token.end))) continue;
        if (from < covered[layer]) continue;
        if (exact !== null && text.slice(first.start, token.end) !== exact) continue;
        best.set(layer, { layer, entry, from, to: at + 1, start: first.start, end: token.end, plural });
      }
    }
    for (const match of best.values()) {
      found[match.layer].push(match);
      covered[match.layer] = match.to;
    }
  }
  return found;
}

/** A hyphen or dash written between two words without a space on both sides: ground-glass. A soft break after it counts too. */
function isJoint(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token?.kind === 'mark' &&
    (token.norm === '-' || token.norm === '‐' || token.norm === '‑') &&
    token.glued &&
    tokens[at + 1]?.kind === 'word'
  );
}
