/** Wing 4, explain, frame: a language that is only spoken, built from what the report names. */
import type { FrameWords } from '@readingscan/knowledge';
import type { Finding, Recommendation, Span } from '../../document.ts';
import type { Told } from '../../explanation.ts';
import { longestForm } from '../../search.ts';
import type { Explainable, Knowledge } from '../../stages.ts';
import { tokenAt } from '../../token.ts';
import { buildTrie, formsOf, type Trie } from '../../trie.ts';
import { basisOf, certaintyFrame } from '../headline.ts';
import { stepTextOf } from '../next-steps.ts';
import { isOfPregnancy } from '../pregnancy.ts';
import { scoreMeaningsOf } from '../score-meanings.ts';
import type { SpanWords } from '../sentence/span-words.ts';
import type { Speech } from '../speech.ts';
import { stepSceneOf } from '../step-scene.ts';
import { type StepWords, wordsIn } from '../step-words.ts';
import { teamsAt } from '../teams.ts';
import { fill } from '../template.ts';
import type { ThingClaim } from './claim.ts';
import { type Nouns, nounsOf } from './noun.ts';
import { isPlural } from './place-of.ts';
import { frameTellerOf } from './teller.ts';

export function frameSpeech(related: Explainable, words: FrameWords, knowledge: Knowledge): Speech {
  const { templates } = words.documents;
  const nouns = nounsOf(words);
  const scores = {
    category: (system: string, code: string) => words.scales[system]?.categories[code],
    thing: (system: string) => words.scales[system]?.thing,
    quantity: null,
  };
  const meanings = scoreMeaningsOf(related, knowledge, scores);
  const spanWords = spanWordsOf(related, words, nouns, knowledge);
  const nameOf = (concept: string): string | undefined => words.concepts[concept]?.plain;
  const found = stepSceneOf(related, knowledge);
  const stepScene = { ...found, templates, words: spanWords, nameOf };
  const step = (recommendation: Recommendation): string => stepTextOf(recommendation, stepScene, false);
  const notes = ({ span }: Recommendation): readonly string[] => notesOf(span, related, words, found.said);
  const teller = frameTellerOf({ related, words, knowledge, meanings, step, notes });
  return {
    ...scores,
    language: words.language,
    templates,
    tell: teller.tell,
    meanings,
    nameOf,
    headlineName: (finding) => headlineName(finding, teller.claimOf(finding), related, words, nouns, knowledge),
    phraseWords: (slug) => words.phrases[slug],
    definition: {
      concept: (id) => words.concepts[id]?.means,
      modifier: ({ id }) => words.modifiers[id]?.means,
    },
    spanWords,
    isGraded: false,
  };
}

/** The finding with its place, as sure as it is. */
function headlineName(
  finding: Finding,
  claim: ThingClaim | undefined,
  related: Explainable,
  words: FrameWords,
  nouns: Nouns,
  knowledge: Knowledge,
): Told | undefined {
  const { frames, templates } = words.documents;
  const { assertion } = finding;
  // "no acute problem" is not "no problem"
  const isDenied = assertion.certainty === 'excluded';
  // what an obstetric study finds may be the baby's
  if (!claim && (isDenied || isOfPregnancy(related, knowledge))) return undefined;
  const name =
    isDenied && claim
      ? nouns.thing(claim.thing, { bare: true, isNew: claim.change === 'new', isDenied })?.text
      : nouns.name(claim?.thing.concept ?? finding.concept, isPlural(finding.span, related), { bare: true });
  if (!name) return undefined;
  const where = claim ? (nouns.where(claim.thing.places, name) ?? '') : '';
  const isSame = claim?.change === 'stable' && claim.presence === 'present';
  const what = fill(isSame ? frames.headlineSame : frames.headline, { what: name, where });
  return {
    text: fill(certaintyFrame(finding, related, knowledge, templates), { what }),
    basis: where && claim ? claim.basis : basisOf(finding, related),
  };
}

function spanWordsOf(related: Explainable, words: FrameWords, nouns: Nouns, { reading }: Knowledge): SpanWords {
  const { step } = words.documents.frames;
  const { tokens, source, matches } = related;
  const conditions = new Set(related.recommendations.flatMap(({ condition }) => condition?.span[0] ?? []));
  const named = ([from, to]: Span, kinds: readonly string[]): string | null => {
    const within = matches.concept.filter(({ start, end }) => start >= from && end <= to);
    const ofKind = (kind: string) => within.find(({ entry }) => reading.concepts[entry]?.kind === kind);
    const match = kinds.map(ofKind).find((one) => one !== undefined);
    const concept = match && reading.concepts[match.entry];
    return concept ? nouns.name(concept.id, match.plural, { bare: false }) : null;
  };
  return {
    // "to determine if …" is what it is for; where there are several conditions they are quoted, or opposite ones would be told alike
    plain: ([start, end]) => {
      const at = tokenAt(tokens, start, 0, tokens.length);
      const [before, first] = [tokens[at - 1]?.norm ?? '', tokens[at]?.norm ?? ''];
      return step.purposes.includes(first) || step.purposes.includes(before)
        ? ''
        : conditions.size < 2
          ? step.oneCondition
          : fill(step.condition, { condition: onOneLine(source.text.slice(start, end)) });
    },
    quoted: ([start, end]) => onOneLine(source.text.slice(start, end)),
    procedure: (span, isTest = false) => named(span, isTest ? ['procedure', 'test'] : ['procedure']),
    device: (span) => named(span, ['device']),
    concept: (id) => (words.concepts[id] ? nouns.name(id, false, { bare: false }) : null),
    team: (span) => {
      const forms = teamForms(words, reading.spelling);
      const from = tokenAt(tokens, span[0], 0, tokens.length);
      const to = tokenAt(tokens, span[1], from, tokens.length);
      const teamAt = (at: number): { readonly who: string; readonly to: number } | null => {
        const found = at < to ? longestForm(forms, source.text, tokens, at, to) : null;
        return found && { who: found.value, to: found.to };
      };
      for (let at = from; at < to; at += 1) {
        const teams = teamsAt(at, teamAt, tokens, reading.documents.recommendations.steps);
        if (teams) return nouns.list(teams.who, teams.join);
      }
      return null;
    },
  };
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\s.,;:]+$/, '');

/** What the words of advice say beside what a step holds: "urgent", "non-urgent", "sooner if …". */
function notesOf(
  span: Span,
  related: Explainable,
  { documents: { frames } }: FrameWords,
  { denials }: StepWords,
): readonly string[] {
  const words = wordsIn(related, span);
  return frames.step.notes.flatMap(({ match, say, denied }) => {
    const at = words.findIndex(({ norm }) => match.includes(norm));
    if (at < 0) return [];
    const isDenied =
      denied !== undefined && words.slice(Math.max(0, at - 2), at).some(({ norm }) => denials.includes(norm));
    return [isDenied ? denied : say];
  });
}

const cache = new WeakMap<FrameWords, Trie<string>>();

function teamForms(words: FrameWords, spelling: Readonly<Record<string, string>>): Trie<string> {
  let forms = cache.get(words);
  if (!forms) {
    const { teams } = words.documents.frames.step;
    forms = buildTrie(
      teams.flatMap(({ who, match }) => formsOf(who, match)),
      spelling,
    );
    cache.set(words, forms);
  }
  return forms;
}
