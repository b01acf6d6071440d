/** An explanation without the report: only sentences that this program built itself. Quotes, places and words of the report are cut from it, not hidden in it. */
import type {
  ExplainedItem,
  Explanation,
  Finding,
  How,
  Measurement,
  PlainSentence,
  Reading,
  Span,
  Told,
} from '@readingscan/engine';
import { READ } from '@readingscan/reader/languages';

type Cut = (sentence: Told, how?: How) => string;

/** What stands for a sentence that was cut: the page that shows it says so in its own words. */
export const CUT = '';

/** Built field by field: what an explanation comes to hold one day is not in it before it is let in here. */
export function ownSentences(explanation: Explanation): Explanation {
  const cut = cutting(explanation);
  const own = (told: Told): Told => ({ text: cut(told), basis: [] });
  const items = explanation.items.map((item) => itemOf(item, cut));
  const terms = termsIn(items, explanation);
  const slugs = new Set(terms.map(({ slug }) => slug));
  const { schema, language, level, urgency, disclaimer } = explanation;
  return {
    schema,
    language,
    level,
    reading: readingOf(explanation),
    notices: explanation.notices.map((notice) => ({ code: notice.code, ...own(notice) })),
    // it stands above all: of what it rests on only the sentence itself counts
    headline: { text: factOf(explanation.headline, cut), basis: [] },
    urgency: { tier: urgency.tier, text: urgency.text, basis: [] },
    items: items.map((item) => ({ ...item, terms: item.terms.filter((slug) => slugs.has(slug)) })),
    // the whole report, sentence by sentence, is what this is without
    sections: [],
    normal: told(explanation.normal.map(own)),
    nextSteps: explanation.nextSteps.map((step) => ({
      recommendation: step.recommendation,
      due: step.due,
      text: stepOf(step, explanation, cut),
      basis: [],
    })),
    communications: explanation.communications.map(({ communication, plain }) => ({
      communication,
      plain: plain.map((sentence) => ({ text: cut(sentence, sentence.how), basis: [] })),
    })),
    // a phrase is the report's, and its meaning is of no use without it
    phrases: [],
    questions: told(explanation.questions.map(own)),
    secondOpinion: told(explanation.secondOpinion.map(own)),
    worthAsking: told(explanation.worthAsking.map((ask) => ({ check: ask.check, ...own(ask) }))),
    terms,
    notExplained: [],
    readability: { fleschKincaidGrade: null, originalGrade: null },
    disclaimer,
  };
}

/** A list, from which what was cut is left out. */
const told = <T extends Told>(list: readonly T[]): readonly T[] => list.filter(({ text }) => text !== CUT);

/** Definitions of words that stand in a sentence that stays. */
function termsIn(items: readonly ExplainedItem[], { terms }: Explanation): Explanation['terms'] {
  const kept = items
    .flatMap(({ plain, supportedBy }) => [...plain, ...supportedBy.flatMap((support) => support.plain)])
    .map(({ text }) => text.toLowerCase())
    .join('\n');
  return terms
    .filter(({ term }) => kept.includes(term.toLowerCase()))
    .map(({ slug, term, definition }) => ({ slug, term, definition, spans: [] }));
}

/**
 * Empty where a sentence rests on a statement that is told in words of the report, or holds a word that nothing knows: a name, a slip, a term that was left as it is.
 * Other languages build a sentence even where they tell a statement in part: there it stays as long as it has no word of the report, which is in English.
 */
function cutting({ reading, sections, items, language }: Explanation): Cut {
  const { text } = reading.source;
  const unknown = new Set(reading.coverage.unknown.flatMap((span) => wordsOf(text.slice(...span))));
  const written = new Set(wordsOf(text));
  const hows = new Map(sections.flatMap(({ statements }) => statements.map(({ statement, how }) => [statement, how])));
  const howOf = ({ basis }: Told): How => {
    const under = reading.statements.filter(({ span }) => basis.some((one) => meets(one, span)));
    const all = under.map(({ id }) => hows.get(id) ?? 'verbatim');
    return ORDER.find((how) => all.includes(how)) ?? 'composed';
  };
  const isOurs = (sentence: string, how: How): boolean => {
    const words = wordsOf(sentence);
    if (words.some((word) => unknown.has(word))) return false;
    if (how === 'substituted' && language !== READ) return words.every((word) => !written.has(word));
    return how === 'composed';
  };
  const quoted = items
    .flatMap(({ plain }) => plain)
    .filter((sentence) => !isOurs(sentence.text, sentence.how))
    .map((sentence) => unended(sentence.text));
  return (sentence, how = howOf(sentence)) =>
    isOurs(sentence.text, how) && quoted.every((one) => !sentence.text.includes(one)) ? sentence.text : CUT;
}

/** The worst of what a sentence rests on counts. */
const ORDER: readonly How[] = ['verbatim', 'substituted', 'composed'];

function itemOf(item: ExplainedItem, cut: Cut): ExplainedItem {
  const { impression, rank, certainty, change, terms, urgency } = item;
  return {
    impression,
    rank,
    original: '',
    plain: item.plain.map((sentence) => ({ text: cut(sentence, sentence.how), basis: [], how: 'composed' })),
    certainty: certainty && { rank: certainty.rank, text: factOf(certainty, cut), basis: [] },
    change: change && { text: factOf(change, cut), basis: [] },
    phrases: [],
    terms,
    supportedBy: item.supportedBy.flatMap(({ statement, plain }) => {
      const own: readonly PlainSentence[] = told(
        plain.map((sentence) => ({ text: cut(sentence, sentence.how), basis: [] })),
      );
      return own.length > 0 ? [{ statement, plain: own }] : [];
    }),
    urgency,
    places: item.places.map(({ place, side }) => ({ place, side, basis: [] })),
  };
}

/** How sure, and what changed: sentences of ours whatever the statement is told as, unless they hold a word that nothing knows. */
const factOf = ({ text }: Told, cut: Cut): string => cut({ text, basis: [] });

/** A condition stands in a step as it was written. */
function stepOf(step: Explanation['nextSteps'][number], { reading }: Explanation, cut: Cut): string {
  const span = reading.recommendations.find(({ id }) => id === step.recommendation)?.condition?.span;
  const condition = span ? inOneLine(reading.source.text.slice(...span)).replace(/[.\s]+$/, '') : '';
  return condition !== '' && inOneLine(step.text).includes(condition) ? CUT : cut(step);
}

/** What draws the cards: which scan and when, in which order, how sizes changed. No place in the report, and nothing as it was written. */
function readingOf({ reading, items }: Explanation): Reading {
  const NOWHERE: Span = [0, 0];
  const { modality, date } = reading.study;
  const used = new Set(items.flatMap(({ supportedBy }) => supportedBy.map(({ statement }) => statement)));
  const statements = reading.statements.filter(({ id }) => used.has(id));
  const sections = new Set(statements.map(({ section }) => section));
  const shown = new Set(reading.impression.flatMap(({ findings }) => findings));
  const findings = reading.findings.filter(({ id, change }) => shown.has(id) && change !== undefined);
  const sizes = new Set(findings.flatMap(({ measurements }) => measurements));
  return {
    schema: reading.schema,
    version: reading.version,
    source: {
      kind: 'text',
      text: '',
      // that something is doubtful has to be known, not where
      doubts: (reading.source.doubts ?? [])
        .slice(0, 1)
        .map(() => ({ span: NOWHERE, kind: 'word', confidence: 0, alternatives: [] })),
    },
    study: { modality, date, regions: [], contrast: null, comparisonDates: [], basis: [] },
    status: reading.status,
    sections: reading.sections
      .filter(({ id }) => sections.has(id))
      .map(({ id, code }) => ({ id, code, span: NOWHERE, implied: false })),
    statements: statements.map(({ id, section }) => ({ id, section, span: NOWHERE })),
    findings: findings.map((finding) => changeOf(finding)),
    measurements: reading.measurements.filter(({ id }) => sizes.has(id)).map((size) => sizeOf(size)),
    recommendations: [],
    communications: reading.communications.map(({ id, urgent }) => ({
      id,
      statement: '',
      urgent,
      to: null,
      at: null,
      span: NOWHERE,
    })),
    scores: [],
    impression: reading.impression.map(({ id, rank, findings: own, urgency, recommendations }) => ({
      id,
      rank,
      span: NOWHERE,
      statements: [],
      findings: own.filter((one) => findings.some((finding) => finding.id === one)),
      supportedBy: [],
      urgency,
      recommendations,
    })),
    checks: [],
    warnings: [],
    coverage: { contentWords: 0, understood: 0, unknown: [] },
  };

  function changeOf({ id, change, measurements }: Finding): Finding {
    return {
      id,
      statement: '',
      concept: '',
      span: NOWHERE,
      assertion: {
        presence: 'present',
        certainty: 'definite',
        temporality: 'current',
        experiencer: 'patient',
        basis: [],
      },
      anatomy: [],
      severity: null,
      acuity: null,
      change: change && { direction: change.direction, basis: [] },
      measurements,
      differential: [],
    };
  }

  /** in figures of ours: as it was written it is a quote */
  function sizeOf({ id, mm, role, qualifier, prior }: Measurement): Measurement {
    const written = mm === null ? '' : `${mm.join(' × ')} mm`;
    const before = prior === undefined ? {} : { prior };
    return { id, span: NOWHERE, mm, value: null, unit: 'mm', written, role, qualifier, ...before };
  }
}

const meets = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1];
const unended = (text: string): string => text.replace(/[.。]\s*$/, '');
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** Short ones are of every language. */
const wordsOf = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 2 && /\p{L}/u.test(word));
