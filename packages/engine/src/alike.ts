/** Ground floor: entries of one kind with the same fields in the same order: to the machine they are one shape, and what reads them stays quick. */

/** What an entry leaves out it holds as undefined. Field by field: of what a spread copies, the first come out in another shape. */
export function alike<T extends object>(entries: readonly T[]): readonly T[] {
  const fields: Partial<T> = {};
  for (const entry of entries) for (const field in entry) fields[field] = undefined;
  return entries.map((entry) => {
    const made: Partial<T> = {};
    for (const field in fields) {
      const value = entry[field];
      made[field] = typeof value === 'string' && value.length <= LONGEST_CODE ? (codeOf(value) as typeof value) : value;
    }
    return made as T;
  });
}

/** "recommendation" is a code, a sentence is none. */
const LONGEST_CODE = 20;

/** The same word as the machine keeps those of a program, as it does the name of a shared symbol: it is compared by where it is, not letter by letter. */
const codeOf = (value: string): string => Symbol.for(value).description ?? value;

/** The empty list of lists that hold things: an empty one that never held any is of another shape to the machine. */
export const EMPTY_LIST: readonly never[] = emptied();

function emptied(): readonly never[] {
  const list: object[] = [{}];
  list.pop();
  return list as never[];
}
