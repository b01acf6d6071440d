/** Wing 4, explain: the first sentence and how soon the report asks for something. */
import type { Certainty, Finding, Span, UrgencyTier } from '../document.ts';
import type { ExplainedItem, Told } from '../explanation.ts';
import type { Explainable, Knowledge, Related } from '../stages.ts';
import { leadsIn } from './lead.ts';
import { languageOf } from './sentence/language.ts';
import { withSide } from './sentence/side.ts';
import { fill } from './template.ts';
import type { Templates } from './templates.ts';

export interface HeadlineParts {
  readonly items: readonly ExplainedItem[];
  readonly tier: UrgencyTier;
  /** part of the impression has no plain words */
  readonly partial: boolean;
  readonly emergencyNumber: string;
  readonly templates: Templates;
}

const SHORT = 90; // characters of a sentence that fits a headline

/** The weightiest item in a few words: its main finding by plain name and certainty, or its own first sentence. */
export function headlineOf(
  related: Explainable,
  { items, tier, partial, templates }: HeadlineParts,
  knowledge: Knowledge,
): Told {
  const weighty = items.find(({ urgency }) => urgency === tier) ?? items[0];
  const sentence = weighty?.plain[0];
  if (!weighty || !sentence) return { text: templates.headlineNothing, basis: [somewhere(related)] };
  const item = related.impression.find(({ id }) => id === weighty.impression);
  const lead = item && leadsIn(related, knowledge)(item)?.finding;
  const named = lead && nameOf(lead, related, knowledge, templates);
  const first = named?.text ?? (sentence.text.length <= SHORT ? sentence.text : '');
  const text = first
    ? fill(templates.headline[tier], { first })
    : fill(templates.headline[tier], { first: '' }).replace(/[:\s]+$/, '.');
  return {
    text: partial ? `${text} ${templates.headlinePartial}` : text,
    basis: named?.basis ?? sentence.basis,
  };
}

/** What is only suspected is never headed as likely. */
const atMostPossible = (certainty: Certainty): Certainty => (certainty === 'unlikely' ? 'unlikely' : 'possible');

/** Where the report names the place in words of its own: a side alone names none. */
const placesOf = ({ anatomy: [place] }: Finding, { matches }: Related): readonly Span[] =>
  place && matches.concept.some(({ start, end }) => start <= place.span[0] && place.span[1] <= end) ? [place.span] : [];

/** What names the finding, how sure it is, and where it lies. */
const basisOf = (finding: Finding, related: Related): readonly Span[] => [
  ...finding.assertion.basis,
  finding.span,
  ...placesOf(finding, related),
];

/** The words that give the finding its one side; none where its statement names another side too. */
function sideOf(finding: Finding, { matches, statements }: Related, { reading }: Knowledge): Sided | null {
  const sides = new Set(finding.anatomy.map(({ laterality }) => laterality));
  const [side] = sides;
  const statement = statements.find(({ id }) => id === finding.statement);
  if (sides.size !== 1 || !statement || (side !== 'left' && side !== 'right')) return null;
  const named = matches.modifier.filter(
    ({ start, end, entry }) =>
      start >= statement.span[0] && end <= statement.span[1] && reading.modifiers[entry]?.role === 'side',
  );
  const [word] = named;
  if (!word || named.some(({ entry }) => reading.modifiers[entry]?.value !== side)) return null;
  return { side, span: [word.start, word.end] };
}

interface Sided {
  readonly side: 'left' | 'right';
  readonly span: Span;
}

/** "narrowing" alone/** "narrowing" alone says little: "narrowing in the main artery to the brain". A finding of one organ names it itself. */
function placed(
  what: string,
  finding: Finding,
  related: Related,
  { reading, words }: Knowledge,
  { headlinePlace }: Templates,
): string {
  if (placesOf(finding, related).length === 0) return what;
  const { concept, anatomy } = finding;
  const organ = words?.concepts[anatomy[0]?.concept ?? '']?.plain;
  const noun = organ?.split(' ').at(-1);
  const isSited = reading.concepts.some(({ id, site }) => id === concept && site !== undefined);
  const isPlaced = what.split(' ').some((word) => headlinePlace.placed.includes(word));
  if (!organ || !noun || isSited || isPlaced || what.includes(noun)) return what;
  return fill(headlinePlace.text, { what, organ });
}

/** The finding by its plain name and certainty, and the words this rests on. */
function nameOf(
  finding: Finding,
  related: Related,
  knowledge: Knowledge,
  templates: Templates,
): { readonly text: string; readonly basis: readonly Span[] } | undefined {
  const { concept, assertion } = finding;
  const plain = knowledge.words?.concepts[concept]?.plain;
  const bare = plain && placed(plain, finding, related, knowledge, templates);
  if (!bare || !knowledge.words || /\b(?:left|right)\b/.test(bare)) return undefined;
  const basis = basisOf(finding, related);
  const sided = sideOf(finding, related, knowledge);
  const withIt = sided ? withSide(bare, sided.side, languageOf(knowledge.words)) : bare;
  // only before its organ: "in the left lung"
  const isShort = withIt.split(' ').length === bare.split(' ').length + 1;
  const certainty = assertion.presence === 'possible' ? atMostPossible(assertion.certainty) : assertion.certainty;
  return {
    text: fill(templates.headlineWhat[certainty], { what: isShort ? withIt : bare }),
    basis: sided && isShort ? [...basis, sided.span] : basis,
  };
}

export function urgencyOf(
  related: Explainable,
  { items, tier, emergencyNumber, templates }: HeadlineParts,
): Told & { readonly tier: UrgencyTier } {
  const weighty = items.filter(({ urgency }) => urgency === tier);
  const basis = (weighty.length ? weighty : items).flatMap(({ plain }) => plain[0]?.basis ?? []).slice(0, 3);
  return {
    tier,
    text: fill(templates.urgency[tier], { emergency: emergencyNumber }),
    basis: basis.length ? basis : [somewhere(related)],
  };
}

const somewhere = ({ source, statements }: Related) =>
  statements[0]?.span ?? ([0, Math.max(1, source.text.length)] as const);
