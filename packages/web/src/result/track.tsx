/** How soon, not how bad: five places on a line, the right one named. */
import type { UrgencyTier } from '@readingscan/engine';
import { useWords } from '../words/use-words.ts';

export const TIERS: readonly UrgencyTier[] = ['emergency', 'urgent', 'soon', 'routine', 'reassuring'];

export function Track({ tier }: { readonly tier: UrgencyTier }) {
  const words = useWords();
  return (
    <ol class="track" aria-label={words.result.track}>
      {TIERS.map((stop) => (
        <li key={stop} {...(stop === tier ? { 'aria-current': 'step' as const } : {})}>
          {words.result.tiers[stop][0]}
        </li>
      ))}
    </ol>
  );
}

/** Nothing is asked, something is: outline or filled. */
export function ItemNumber({ rank, tier }: { readonly rank: number; readonly tier: UrgencyTier }) {
  return <span class={asksOf(tier) ? 'number asks' : 'number'}>{rank}</span>;
}

export const asksOf = (tier: UrgencyTier): boolean => tier === 'emergency' || tier === 'urgent' || tier === 'soon';
