/** What is sealed of a saved report is bound to its owner, its name and its kind. */

export type Kind = 'report' | 'original' | 'key';

const FORMAT = 'readingscan.saved/1';

/** Not secret: a row that stands under another owner or another name does not open. */
export const boundTo = (userId: string, id: string, kind: Kind): Uint8Array =>
  new TextEncoder().encode(JSON.stringify([FORMAT, userId, id, kind]));
