/** Switches the second step of one account off, for an owner who has lost phone and codes: the operator does it, and the owner is told by mail. */
import type { Language } from '@readingscan/reader/languages';
import { accountSettings } from './accounts/settings.ts';
import { withSecretFiles } from './secret-files.ts';
import { WrongSetting } from './wrong-setting.ts';

export interface SwitchedOff {
  /** random letters: which account it was, for who reads the log and has the database */
  readonly account: string;
  /** the kind of failure where the mail was not taken; null where it was */
  readonly mailFailure: string | null;
}

/** Null where there is no such account, or its step is off. Throws `WrongSetting` where accounts are not set up, or the database is not of this version. */
export async function switchSecondStepOff(
  env: Readonly<Record<string, string | undefined>>,
  email: string,
  language: Language,
): Promise<SwitchedOff | null> {
  const settings = accountSettings(withSecretFiles(env));
  if (!settings) throw new WrongSetting('DATABASE_URL is not set: there are no accounts.');
  const [{ openDatabase }, { peopleOf }, { secondSteps }] = await Promise.all([
    import('./database/database.ts'),
    import('./accounts/people.ts'),
    import('./accounts/second-step/second-steps.ts'),
  ]);
  const database = await openDatabase(settings.database);
  try {
    if ((await database.stepsToTake()).length > 0)
      throw new WrongSetting('The database is of an older version: run readingscan migrate first.');
    const account = await peopleOf(database).idOf(email.trim().toLowerCase());
    const steps = secondSteps(database.db, settings.secret, Date.now);
    if (account === null || !(await steps.off(account))) return null;
    await database.scrub();
    const { openLetters } = await import('./accounts/letters.ts');
    const { failureOf } = await import('./mail/transport.ts');
    const letters = await openLetters(settings.mail, settings.origin);
    const mailFailure = await letters.send({ to: email.trim().toLowerCase(), kind: 'step-off', language }).then(
      () => null,
      (error: unknown) => failureOf(error).name,
    );
    return { account, mailFailure };
  } finally {
    await database.close();
  }
}
