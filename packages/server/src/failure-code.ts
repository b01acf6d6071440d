/** What may be said of a failure in a log. */

const CODE = /^[A-Z0-9_]{2,40}$|^S3_\d{3}_[A-Za-z]{1,40}$/;

/** "ECONNREFUSED", "28P01" of a failure: its sentence may hold an address, a name or a value. */
export function codeOf(error: unknown): string {
  const { code, name, sqliteCodeName } = (error ?? {}) as Readonly<Record<'code' | 'name' | 'sqliteCodeName', unknown>>;
  if (typeof sqliteCodeName === 'string' && CODE.test(sqliteCodeName)) return sqliteCodeName;
  if (typeof code === 'string' && CODE.test(code)) return code;
  return typeof name === 'string' && /^[A-Za-z]{2,40}$/.test(name) ? name : 'Error';
}
