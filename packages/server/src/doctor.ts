/** Is the installation set up, and does what it leans on answer? One line each; no line holds a secret. */
import { accountSettings } from './accounts/settings.ts';
import { apiSettings } from './api/settings.ts';
import { contactSettings } from './contact/settings.ts';
import { paymentSettings } from './credits/settings.ts';
import type { Database } from './database/database.ts';
import { databaseSettings } from './database/settings.ts';
import { embedOrigins } from './embed/settings.ts';
import { jobSettings } from './jobs/settings.ts';
import { logTo } from './log-lines.ts';
import type { MailServer } from './mail/settings.ts';
import { metricsSettings } from './metrics/settings.ts';
import { readOperator } from './operator.ts';
import { publicOrigin } from './origin.ts';
import { type SavingSettings, savingSettings } from './saved/settings.ts';
import { withSecretFiles } from './secret-files.ts';
import { portFrom, readingThreads, trustedProxies } from './settings.ts';
import { smartSettings } from './smart/settings.ts';
import { WrongSetting } from './wrong-setting.ts';

export interface Finding {
  readonly what:
    | 'settings'
    | 'database'
    | 'migrations'
    | 'saving'
    | 'files'
    | 'credits'
    | 'payments'
    | 'backup'
    | 'mail';
  readonly isWell: boolean;
  /** one sentence */
  readonly said: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** In the order in which one would mend them. Changes nothing. */
export async function* examine(given: Env): AsyncGenerator<Finding> {
  const [unread] = wrongIn(() => withSecretFiles(given));
  if (unread !== undefined) {
    yield { what: 'settings', isWell: false, said: unread };
    return;
  }
  const env = withSecretFiles(given);
  const mail = yield* examineSettings(env);
  yield* examineDatabase(env);
  yield mail ? await mailFinding(mail) : { what: 'mail', isWell: true, said: 'No mail server is needed.' };
}

/** The mail server, where one is set up. */
async function* examineSettings(env: Env): AsyncGenerator<Finding, MailServer | null> {
  let mail: MailServer | null = null;
  const wrong = [
    () => portFrom(env),
    () => trustedProxies(env),
    () => readingThreads(env),
    () => publicOrigin(env.PUBLIC_ORIGIN),
    () => {
      mail = contactSettings(env, readOperator(env))?.smtp ?? mail;
    },
    () => {
      mail = accountSettings(env)?.mail ?? mail;
    },
    () => savingSettings(env),
    () => jobSettings(env),
    () => paymentSettings(env),
    () => metricsSettings(env),
    () => logTo(() => undefined, env),
    () => embedOrigins(env),
    () => smartSettings(env),
    () => apiSettings(env, (env.DATABASE_URL?.trim() ?? '') !== ''),
  ].flatMap(wrongIn);
  // the same sentence is said once
  for (const said of new Set(wrong)) yield { what: 'settings', isWell: false, said };
  if (wrong.length === 0) yield { what: 'settings', isWell: true, said: 'All settings can be read.' };
  return mail;
}

function wrongIn(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof WrongSetting) return [error.message];
    throw error;
  }
}

async function* examineDatabase(env: Env): AsyncGenerator<Finding> {
  const settings = wrongIn(() => databaseSettings(env)).length > 0 ? null : databaseSettings(env);
  if (!settings) {
    yield { what: 'database', isWell: true, said: 'No database is set up: there are no accounts.' };
    return;
  }
  try {
    const { openDatabase } = await import('./database/database.ts');
    const database = await openDatabase(settings);
    try {
      yield { what: 'database', isWell: true, said: `${NAMES[settings.kind]} answers.` };
      const steps = await database.stepsToTake();
      yield steps.length === 0
        ? { what: 'migrations', isWell: true, said: 'The database is up to date.' }
        : { what: 'migrations', isWell: false, said: `${steps.join(', ')} to be done: run readingscan migrate.` };
      const saving = wrongIn(() => savingSettings(env)).length > 0 ? null : savingSettings(env);
      if (steps.length === 0) {
        yield await savingFinding(database, saving);
        yield* filesFinding(database, saving);
        const payments = wrongIn(() => paymentSettings(env)).length > 0 ? null : paymentSettings(env);
        const { creditsFinding, paymentsFinding } = await import('./credits/examine.ts');
        yield await creditsFinding(database, payments);
        if (payments) yield await paymentsFinding(payments);
        yield await backupFinding(database);
      }
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof WrongSetting)) throw error;
    yield { what: 'database', isWell: false, said: error.message };
  }
}

/** Is every saved report under a key that is here? Looked at with one report of each key. */
async function savingFinding({ db }: Database, saving: SavingSettings | null): Promise<Finding> {
  const { keysInUse, lostKeys } = await import('./saved/rotation.ts');
  const used = await keysInUse(db);
  const finding = (isWell: boolean, said: string): Finding => ({ what: 'saving', isWell, said });
  if (!saving)
    return used.length === 0
      ? finding(true, 'MASTER_KEY is not set: no report is saved in an account.')
      : finding(false, 'There are saved reports but MASTER_KEY is not set: nobody can open them.');
  const { masterKeys } = await import('./saved/master-keys.ts');
  const lost = await lostKeys(db, masterKeys(saving.keys));
  if (lost.length > 0)
    return finding(
      false,
      `Saved reports need master keys that are not here: ${lost.map(({ keyId }) => keyId).join(', ')}.`,
    );
  const older = used.filter(({ keyId }) => keyId !== saving.keys[0].id).reduce((sum, { reports }) => sum + reports, 0);
  return finding(
    true,
    older === 0
      ? 'All saved reports are under the newest master key.'
      : `${older} saved reports are under older master keys: run readingscan rotate-keys.`,
  );
}

/** Nothing is said where photographs lie in the database. */
async function* filesFinding({ db }: Database, saving: SavingSettings | null): AsyncGenerator<Finding> {
  const { objectsNamed } = await import('./objects/missing-objects.ts');
  if (!saving?.files) {
    const named = await objectsNamed(db);
    if (named > 0)
      yield {
        what: 'files',
        isWell: false,
        said: `${named} photographs lie in a store of files, and FILES_URL is not set.`,
      };
    return;
  }
  const [{ openObjects }, { probe }] = await Promise.all([
    import('./objects/open-objects.ts'),
    import('./objects/probe.ts'),
  ]);
  const wrong = await probe(openObjects(saving.files));
  const said = wrong === null ? 'takes, gives back, lists and deletes files.' : `${wrong}.`;
  yield { what: 'files', isWell: wrong === null, said: `The store of FILES_URL ${said}` };
}

/** Copies made in other ways are not known here. */
async function backupFinding({ db }: Database): Promise<Finding> {
  const { lastBackup } = await import('./backup/last-backup.ts');
  const made = await lastBackup(db);
  const said =
    made === null
      ? 'None was made of this database by readingscan backup.'
      : `The last one was made at ${new Date(made).toISOString()}.`;
  return { what: 'backup', isWell: true, said };
}

const NAMES = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const;

async function mailFinding(server: MailServer): Promise<Finding> {
  const { failureOf, openTransport } = await import('./mail/transport.ts');
  const transport = await openTransport(server);
  try {
    await transport.verify();
    return { what: 'mail', isWell: true, said: 'The mail server of SMTP_URL answers.' };
  } catch (error) {
    return {
      what: 'mail',
      isWell: false,
      said: `The mail server of SMTP_URL does not take our mails (${failureOf(error).name}).`,
    };
  } finally {
    transport.close();
  }
}
