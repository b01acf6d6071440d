/** Wing 4, explain: the pieces of a clause → one plain sentence, with articles, and with a verb where the report has none. */
import { agreed } from './agreement.ts';
import { mendArticles } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Language } from './language.ts';
import { wordsOf } from './sequence.ts';
import type { ClauseContext, Word } from './word.ts';

export type { ClauseContext } from './word.ts';

/** statement: a clause without a verb is given one; advice: it is told as advice; title: it stays a title. */
export type Manner = 'statement' | 'advice' | 'title';

/** One sentence from the chunks of one clause; null where nothing is left to say. */
export function sentenceOf(chunks: readonly Chunk[], context: ClauseContext, manner: Manner): string | null {
  const colon = chunks.findIndex((chunk) => chunk.kind === 'mark' && chunk.text === ':');
  const label = colon > 0 && colon <= 6 ? chunks.slice(0, colon) : [];
  const body = agreed(wordsOf(label.length ? chunks.slice(colon + 1) : chunks, context, label.length === 0));
  if (label.length === 0) {
    if (manner === 'advice' && body.length > 0 && !body.some(({ kind }) => kind === 'verb' || kind === 'passive')) {
      return finished(`${context.advice} ${writing(body)}`, context.language);
    }
    const framed = manner === 'title' ? body : withVerb(body);
    return framed.length ? finished(writing(framed), context.language) : null;
  }
  const name = writing(wordsOf(label, context, false, false));
  const said = writing(withVerb(body)).replace(/^There /, 'there ');
  return finished(said ? `${name}: ${said}` : name, context.language);
}

/** Gives a clause without a verb the one it means: "No effusion" → "There is no effusion", "Heart normal" → "Your heart is normal". */
function withVerb(words: readonly Word[]): readonly Word[] {
  if (words.length === 0 || words.some(({ kind }) => kind === 'verb')) return words;
  const noun = words.find(({ kind }) => kind === 'noun');
  if (!noun) return words;
  const many = noun.number === 'plural';
  const verb = (text: string): Word => ({ text, glued: false, kind: 'verb' });
  const participle = words.findIndex(({ kind }, i) => kind === 'participle' && i > 0);
  const at = words.indexOf(noun);
  if (participle > at) {
    // "X, not seen before": the clause about X needs no verb of its own
    const denied = words[participle - 1]?.kind === 'denial';
    if (!denied) return split(words, participle, verb(many ? 'were' : 'was'));
  }
  const passive = words.findIndex(({ kind }, i) => kind === 'passive' && i > at);
  if (passive > at) return split(words, passive, verb(many ? 'are' : 'is'));
  const predicate = words.findIndex(({ kind }, i) => kind === 'predicate' && i > at);
  if (noun.anatomy && at === 0 && predicate > 0) return split(words, predicate, verb(many ? 'are' : 'is'));
  const [opening] = words;
  if (opening?.kind === 'passive' && words[1]?.kind === 'noun')
    return [...words.slice(1), verb(many ? 'are' : 'is'), opening];
  if (!opening || (opening.kind !== 'noun' && opening.kind !== 'denial' && opening.kind !== 'predicate')) return words;
  if (opening.anatomy) return words;
  return [verb(many ? 'There are' : 'There is'), ...words];
}

/** The verb before the word at `at`; a comma that stood for it goes. */
function split(words: readonly Word[], at: number, verb: Word): readonly Word[] {
  const before = words.slice(0, at);
  return [...(before.at(-1)?.text === ',' ? before.slice(0, -1) : before), verb, ...words.slice(at)];
}

function writing(words: readonly Word[]): string {
  let text = '';
  words.forEach((word, i) => {
    const before = words[i - 1];
    const tight = i === 0 || word.glued || (before?.kind === 'mark' && /^[(/-]$/.test(before.text) && word.glued);
    text += tight ? word.text : ` ${word.text}`;
  });
  return text.trim();
}

function finished(text: string, language: Language): string {
  const mended = mendArticles(
    text
      .replace(/\s+/g, ' ')
      .replace(/\b(a|an|the|at|in|of|on|to|and|or|is|are|there|with) (?=\1\b)/gi, '')
      .replace(/ ([,.;:)])/g, '$1')
      .replace(/[\s,;:-]+$/, ''),
    language,
  );
  const closed = /[.?!]$/.test(mended) ? mended : `${mended}.`;
  if (/^\d/.test(closed)) return closed;
  const first = closed.search(/\p{L}/u);
  return first < 0 ? closed : closed.slice(0, first) + (closed[first] ?? '').toUpperCase() + closed.slice(first + 1);
}
