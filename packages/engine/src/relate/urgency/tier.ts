/** Wing 3, relate, urgency: tiers and how one is raised or lowered. */
import type { UrgencyTier } from '../../document.ts';

export const TIERS: readonly UrgencyTier[] = ['reassuring', 'routine', 'soon', 'urgent', 'emergency'];

export const higher = (a: UrgencyTier, b: UrgencyTier): UrgencyTier => (TIERS.indexOf(a) >= TIERS.indexOf(b) ? a : b);

export const highest = (tiers: readonly UrgencyTier[], least: UrgencyTier): UrgencyTier => tiers.reduce(higher, least);

/** One step less pressing, never below routine. */
export const lowered = (tier: UrgencyTier): UrgencyTier => TIERS[Math.max(1, TIERS.indexOf(tier) - 1)] ?? 'routine';
