/** How soon, not how bad: five places on a line, the right one named. */
import type { UrgencyTier } from '@readingscan/engine';
import { words } from '../words/en.ts';

export const TIERS: readonly UrgencyTier[] = ['emergency', 'urgent', 'soon', 'routine', 'reassuring'];

export function Track({ tier }: { readonly tier: UrgencyTier }) {
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
  const asks = tier === 'emergency' || tier === 'urgent' || tier === 'soon';
  return <span class={asks ? 'number asks' : 'number'}>{rank}</span>;
}
