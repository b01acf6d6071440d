/** The word that a form begins with, as the engine's tokenizer would find it; '' where only the tokenizer can tell (marks, numbers, apostrophes). */
const PLAIN = /^[A-Za-z][A-Za-z0-9]*(?![A-Za-z0-9'\u0080-\uffff])/;

export function firstWord(form: string, spelling: Readonly<Record<string, string>>): string {
  const low = PLAIN.exec(form)?.[0].toLowerCase() ?? '';
  return Object.hasOwn(spelling, low) ? (spelling[low] ?? low) : low;
}
