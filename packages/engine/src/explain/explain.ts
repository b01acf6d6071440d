/** Wing 4, explain: a reading → plain sentences, impression first, each with the words it rests on. */
import { fleschKincaidGrade } from '@readingscan/knowledge';
import type { Reading, Span, UrgencyTier, Warning } from '../document.ts';
import type { ExplainedSection, ExplainedStatement, Explanation, Notice, PlainSentence } from '../explanation.ts';
import type { Explainable, Knowledge } from '../stages.ts';
import { communicationsOf } from './communications.ts';
import { headlineOf, urgencyOf } from './headline.ts';
import { explainItems, isWhole } from './items.ts';
import { nextStepsOf } from './next-steps.ts';
import { normalOf } from './normal.ts';
import { phrasesOf } from './phrases.ts';
import { pregnancyNotice } from './pregnancy.ts';
import { questionsOf, secondOpinionOf } from './questions.ts';
import type { ToldStatement } from './sentence/statement.ts';
import { speechesOf } from './speakers.ts';
import type { Templates } from './templates.ts';
import { termsOf } from './terms.ts';

export interface ExplainOptions {
  readonly level?: 'plain' | 'standard';
  /** ISO 3166 country of the reader, for its emergency number; without it "your local emergency number" */
  readonly region?: string;
  /** what was noticed before the text was read: hidden text, a missing page */
  readonly warnings?: readonly Warning[];
}

export function explain(
  related: Explainable,
  reading: Reading,
  knowledge: Knowledge,
  options: ExplainOptions,
): Explanation {
  const speeches = speechesOf(related, knowledge);
  const { told: speech, read } = speeches;
  const { templates, meanings, tell } = speech;
  const told = related.statements.map(tell);
  const asRead = read === speech ? told : related.statements.map(read.tell);
  const notExplained = unexplained(told, related);
  const notUnderstood = read === speech ? notExplained : unexplained(asRead, related);
  const quoted = new Set(
    asRead.filter(({ plain }) => plain.some(({ how }) => how === 'verbatim')).map(({ statement }) => statement),
  );
  const meant = new Set([...meanings.values()].flatMap((scores) => scores.map(({ span }) => span)));
  const phrases = phrasesOf(related, knowledge, speech);
  const terms = termsOf(related, knowledge, speech);
  const items = explainItems(related, { tell, templates, phrases, terms }, knowledge);
  const partial = related.impression.some((item) => !isWhole(item, notExplained));
  const understood = related.impression.every((item) => isWhole(item, notUnderstood));
  const tier = atLeast(related.pressing.tier, items.length === 0 || !understood ? 'routine' : 'reassuring');
  const parts = {
    items,
    tier,
    partial,
    meanings,
    nameOf: speech.headlineName,
    templates,
    tell,
    emergencyNumber:
      templates.emergencyNumbers[options.region?.toUpperCase() ?? 'none'] ?? templates.emergencyNumbers.none ?? '',
  };
  const normal = normalOf(related, speech, knowledge);
  const nextSteps = nextStepsOf(related, speeches, knowledge, (id) => quoted.has(id));
  const headline = headlineOf(related, parts, knowledge);
  const sentences = [
    headline.text,
    ...items.flatMap(({ plain }) => plain.map(({ text }) => text)),
    ...told.flatMap(({ plain }) => plain.map(({ text }) => text)),
    ...nextSteps.map(({ text }) => text),
  ];
  return {
    schema: 'readingscan.explanation/1',
    language: speech.language,
    level: options.level ?? 'plain',
    reading,
    notices: noticesOf(related, knowledge, templates),
    headline,
    urgency: urgencyOf(related, parts),
    items,
    sections: bySection(related, told),
    normal,
    nextSteps,
    communications: communicationsOf(related, templates, knowledge),
    phrases,
    questions: questionsOf(related, items, notExplained, knowledge, speech, (span) => meant.has(span)),
    secondOpinion: secondOpinionOf(related, knowledge, templates),
    worthAsking: related.checks.map(({ id, kind, basis }) => ({ check: id, text: templates.checks[kind], basis })),
    terms,
    notExplained,
    readability: {
      fleschKincaidGrade: speech.isGraded ? rounded(fleschKincaidGrade(sentences)) : null,
      originalGrade: rounded(fleschKincaidGrade([related.source.text])),
    },
    disclaimer: templates.disclaimer,
  };
}

const TIERS: readonly UrgencyTier[] = ['emergency', 'urgent', 'soon', 'routine', 'reassuring'];
const atLeast = (tier: UrgencyTier, least: UrgencyTier): UrgencyTier =>
  TIERS.indexOf(tier) <= TIERS.indexOf(least) ? tier : least;
const rounded = (grade: number | null): number | null => (grade === null ? null : Math.round(grade * 10) / 10);

function noticesOf(related: Explainable, knowledge: Knowledge, templates: Templates): readonly Notice[] {
  const { notices } = templates;
  const warned = related.warnings.map(({ code, basis }) => ({
    code,
    text: code in notices ? notices[code as keyof Templates['notices']] : notices.other,
    basis,
  }));
  const pregnancy = pregnancyNotice(related, knowledge, templates);
  return pregnancy ? [...warned, pregnancy] : warned;
}

/** All statements as told, section by section. */
function bySection({ sections, statements }: Explainable, told: readonly ToldStatement[]): readonly ExplainedSection[] {
  const groups = new Map<string, ExplainedStatement[]>(sections.map(({ id }) => [id, []]));
  statements.forEach(({ id, section }, i) => {
    const own = told[i];
    if (own)
      groups.get(section)?.push({ statement: id, plain: own.plain.map((one) => sentenceIn(one, own)), how: own.how });
  });
  return sections.map(({ id }) => ({ section: id, statements: groups.get(id) ?? [] }));
}

/** Of a statement told in plain words a sentence that is quoted says so itself. */
const sentenceIn = ({ text, basis, how }: ToldStatement['plain'][number], statement: ToldStatement): PlainSentence =>
  how === 'verbatim' && statement.how !== how ? { text, basis, how } : { text, basis };

/** What has no plain words, as it stands in the report. */
const unexplained = (told: readonly ToldStatement[], { source }: Explainable): Explanation['notExplained'] =>
  merged(told.flatMap((statement) => statement.notExplained)).map((span) => ({
    span,
    text: source.text.slice(span[0], span[1]),
  }));

/** Overlapping and repeated places once, in order. */
function merged(spans: readonly Span[]): readonly Span[] {
  const out: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = out.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}
