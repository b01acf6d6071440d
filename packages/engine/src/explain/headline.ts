/** Wing 4, explain: the first sentence and how soon the report asks for something. */
import type { UrgencyTier } from '../document.ts';
import type { ExplainedItem, Told } from '../explanation.ts';
import type { Related } from '../stages.ts';
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

const ORDER: readonly UrgencyTier[] = ['emergency', 'urgent', 'soon', 'routine', 'reassuring'];

export function headlineOf({ source, statements }: Related, { items, tier, partial, templates }: HeadlineParts): Told {
  const weighty = items.find(({ urgency }) => urgency === tier) ?? items[0];
  const sentence = weighty?.plain[0];
  const rest = statements[0]?.span ?? [0, Math.max(1, source.text.length)];
  if (!sentence) return { text: templates.headlineNothing, basis: [rest] };
  const first = sentence.text.length <= 220 ? sentence.text : '';
  const text = fill(templates.headline[tier], { first }).replace(/: ?$/, '.');
  return { text: partial ? `${text} ${templates.headlinePartial}` : text, basis: sentence.basis };
}

export function urgencyOf(
  { source, statements }: Related,
  { items, tier, emergencyNumber, templates }: HeadlineParts,
): Told & { readonly tier: UrgencyTier } {
  const weighty = items.filter(({ urgency }) => urgency === tier);
  const basis = (weighty.length ? weighty : items).flatMap(({ plain }) => plain[0]?.basis ?? []).slice(0, 3);
  const fallback = statements[0]?.span ?? [0, Math.max(1, source.text.length)];
  return {
    tier,
    text: fill(templates.urgency[tier], { emergency: emergencyNumber }),
    basis: basis.length ? basis : [fallback],
  };
}

/** The most pressing tier of the items. */
export const mostPressing = (tiers: readonly UrgencyTier[]): UrgencyTier =>
  ORDER.find((tier) => tiers.includes(tier)) ?? 'routine';
