/** Why a program's request was not paid, and so not done. */
import { OwnerGone } from '../accounts/held.ts';
import { ACCESS_FAULTS, SAVING_FAULTS } from '../api/faults.ts';
import { type Fault, type Problem, problemOf, problemResponse } from '../problem.ts';
import { WrongName } from './charging.ts';
import { TooFewCredits } from './ledger/purse.ts';

export const TOO_FEW: Fault = {
  code: 'insufficient-credits',
  message: 'The account has too few credits for that.',
  hint: 'Nothing was done, and nothing is paid. See /account/credits for what is there and how to get more.',
};

/** Null where it is another failure. */
export function creditProblem(error: unknown): Problem | null {
  if (error instanceof TooFewCredits) {
    const { needed, available } = error;
    return problemOf(TOO_FEW, { credits: { needed, available } });
  }
  if (error instanceof WrongName) return problemOf(SAVING_FAULTS.name);
  return error instanceof OwnerGone ? problemOf(ACCESS_FAULTS.unknown) : null;
}

/** What `work` answers, or why it was not paid. */
export async function orNotPaid(
  work: () => Promise<Response>,
  told: (problem: Problem) => Response = (problem) => problemResponse(problem),
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const problem = creditProblem(error);
    if (!problem) throw error;
    return told(problem);
  }
}
