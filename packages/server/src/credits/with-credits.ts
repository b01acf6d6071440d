/** The same accounts; one that is deleted takes its credits and subscriptions along. */
import type { Accounts } from '../accounts/accounts.ts';
import { OwnerGone } from '../accounts/held.ts';
import type { Credits } from './credits.ts';

export const withCredits = (accounts: Accounts, credits: Credits): Accounts => ({
  ...accounts,
  async remove(who) {
    try {
      await credits.leave(who.userId);
    } catch (error) {
      // by another press, a moment ago
      if (!(error instanceof OwnerGone)) throw error;
    }
    await accounts.remove(who);
  },
});
