/** Why a hospital's reports could not be shown: a closed list, each with its words. */
export const SMART_FAILURES = ['issuer', 'server', 'refused', 'late', 'expired', 'patient', 'none', 'large'] as const;
export type SmartReason = (typeof SMART_FAILURES)[number];

/** It carries nothing of what a server said. */
export class SmartFailure extends Error {
  override readonly name = 'SmartFailure';
  readonly reason: SmartReason;
  constructor(reason: SmartReason) {
    super(reason);
    this.reason = reason;
  }
}
