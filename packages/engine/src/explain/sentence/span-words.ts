/** Wing 4, explain: words inside a statement → plain words, for sentences of our own: a condition, a test, who is to see the person. */
import type { Recommendation, Span } from '../../document.ts';
import { unfaithful } from '../../faithfulness.ts';
import { longestForm } from '../../search.ts';
import type { Knowledge, Related } from '../../stages.ts';
import { tokenAt } from '../../token.ts';
import { type AdviceWord, adviceForms } from './advice-forms.ts';
import { partsOf } from './advice-parts.ts';
import { visitAt } from './advice-visit.ts';
import { mendArticles } from './article.ts';
import { type Chunk, chunksOf, indexPieces } from './chunk.ts';
import { languageOf } from './language.ts';
import { wordsOf } from './sequence.ts';
import { finished, writing } from './writing.ts';

export interface SpanWords {
  /** its words in plain words, without a full stop; null where they would not be true to it */
  readonly plain: (span: Span) => string | null;
  /** the same in the language that is read; as written in another one, to be quoted. Null where they would not be true to it */
  readonly quoted: (span: Span) => string | null;
  /** the first procedure or sample named in it, with its article; `isTest`: or the first test */
  readonly procedure: (span: Span, isTest?: boolean) => string | null;
  /** the first tube, line or other device named in it, with its article */
  readonly device: (span: Span) => string | null;
  /** a concept by its name, with its article */
  readonly concept: (id: string) => string | null;
  /** the team that is asked to see the person */
  readonly team: (span: Span) => string | null;
}

/** For one report; null where there are no words of a language. */
export function spanWordsOf(related: Related, knowledge: Knowledge): SpanWords | null {
  const { words } = knowledge;
  if (!words) return null;
  const { tokens, source } = related;
  const language = languageOf(words);
  const index = indexPieces(related, knowledge);
  const asked: readonly Recommendation[] = [];
  const range = (span: Span): readonly [number, number] => {
    const from = tokenAt(tokens, span[0], 0, tokens.length);
    return [from, tokenAt(tokens, span[1], from, tokens.length)];
  };
  const told = (chunks: readonly Chunk[], opens: boolean): string => {
    const text = chunks.map((chunk) => chunk.text).join(' ');
    const capitals = text.length > 3 && text === text.toUpperCase();
    const context = { language, capitals, abbreviates: false, advice: '', yours: true };
    return writing(wordsOf(chunks, context, opens));
  };
  const plain = (span: Span): string | null => {
    const [from, to] = range(span);
    const base = chunksOf(related, [from, to], index, knowledge);
    const parts = partsOf(from, to, base, { related, index, knowledge, asked, language });
    const text = finished(told(parts ? parts.flatMap(({ chunks }) => chunks) : base, false), language);
    return unfaithful(text, source.text.slice(...span)) ? null : text.replace(/\.$/, '');
  };
  const named = (span: Span, kinds: readonly string[]): string | null => {
    const chunks = chunksOf(related, range(span), index, knowledge);
    const ofKind = (kind: string): Chunk | undefined =>
      chunks.find((one) => one.kind === 'concept' && one.concept.kind === kind);
    const chunk = kinds.map(ofKind).find((one) => one !== undefined);
    return chunk ? mendArticles(told([chunk], false), language) : null;
  };
  return {
    plain,
    quoted: (span) => {
      const text = plain(span);
      return text && /^[A-Z][a-z]/.test(text) ? `${text[0]?.toLowerCase()}${text.slice(1)}` : text;
    },
    procedure: (span, isTest = false) => named(span, isTest ? ['procedure', 'test'] : ['procedure']),
    device: (span) => named(span, ['device']),
    concept: (id) => {
      const concept = words.concepts[id];
      if (!concept) return null;
      return mendArticles(concept.number === 'count' ? `a ${concept.plain}` : concept.plain, language);
    },
    team: (span) => {
      const [from, to] = range(span);
      const { advice } = words.documents;
      const { steps } = knowledge.reading.documents.recommendations;
      const forms = adviceForms(advice, knowledge.reading.spelling);
      const tagAt = (at: number) => (at < to ? longestForm<AdviceWord>(forms, source.text, tokens, at, to) : null);
      const scene = {
        tokens,
        toward: new Set(advice.toward),
        sends: new Set(advice.sends),
        joins: { ...steps, links: [...steps.links, '/'] },
        end: to,
        tagAt,
      };
      // "ortho clinic in 5 days"
      let clinic: string | null = null;
      for (let at = from; at < to; at += 1) {
        const tag = tagAt(at);
        const visit = tag && visitAt(tag, scene);
        if (visit && (visit.to > tag.to || advice.clinics.includes(tokens[visit.to - 1]?.norm ?? '')))
          clinic ??= visit.who;
        if (visit && (visit.frame || scene.toward.has(tokens[at - 1]?.norm ?? ''))) return visit.who;
        const before = tagAt(at - 1)?.value;
        const isAsked = at === from || before?.ask !== undefined || before?.polite === true || Boolean(before?.manner);
        const next = tokens[visit?.to ?? to];
        const ends = !visit || visit.to >= to || next?.kind === 'mark' || tagAt(visit.to)?.value.polite;
        // "ENT please", "suggest neurosurgery", "urgent urology"
        if (visit && isAsked && ends) return visit.who;
        // "renal mass: urology 2WW"
        const opens = isAsked || tokens[at - 1]?.kind === 'mark';
        if (visit && opens && /^\d/.test(next?.norm ?? '')) return visit.who;
      }
      return clinic;
    },
  };
}
