/** What may be said of a failure in a log. */

/** "ECONNREFUSED", "28P01" of a failure: its sentence may hold an address, a name or a value. */
export function codeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { readonly code?: unknown; readonly name?: unknown };
  if (typeof code === 'string' && /^[A-Z0-9_]{2,40}$/.test(code)) return code;
  return typeof name === 'string' && /^[A-Za-z]{2,40}$/.test(name) ? name : 'Error';
}
