/** Whether a key that an operator gives can be one of random bytes. */

/** 32 random bytes hold 30 different ones or so: fewer than these are a pattern. */
const LEAST_DIFFERENT = 16;

/** Said wherever a key is refused. */
export const HOW_TO_MAKE_A_KEY = 'Make one with: openssl rand -base64 32';

export const canBeGuessed = (key: Uint8Array): boolean => new Set(key).size < LEAST_DIFFERENT;
