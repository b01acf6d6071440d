/** How large something is, as a person reads it: nothing that is there counts as nothing. */

const MEGABYTE = 1024 * 1024;

/** "0.1" and upwards. */
export const megabytes = (bytes: number): string => Math.max(0.1, bytes / MEGABYTE).toFixed(1);

export const wholeMegabytes = (bytes: number): number => Math.floor(bytes / MEGABYTE);
