/** Why something could not be kept or opened: a closed list, each with its own words in every language. */

export type KeptFault =
  /** the browser keeps nothing: private mode, blocked, or the page came over an open connection */
  | 'no-storage'
  | 'full'
  | 'locked'
  | 'wrong-passphrase'
  /** another window has set, changed or removed the lock meanwhile */
  | 'changed'
  /** a row that cannot be opened: damaged, exchanged, or sealed by another key */
  | 'broken'
  /** of the account: nobody is signed in any longer */
  | 'signed-out'
  | 'offline'
  | 'account-full'
  /** room beyond what is free costs more credits than there are */
  | 'no-credits'
  /** one report with its photographs is longer than the account takes */
  | 'too-large'
  | 'busy'
  /** it failed there */
  | 'server';

export class KeptError extends Error {
  readonly fault: KeptFault;
  constructor(fault: KeptFault) {
    super(fault);
    this.name = 'KeptError';
    this.fault = fault;
  }
}

export function faultOf(error: unknown): KeptFault {
  if (error instanceof KeptError) return error.fault;
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'no-storage';
}
