/** The server: one call starts it. */
export { type AppDeps, createApp } from './app.ts';
export { BackupFault } from './backup/fault.ts';
export { type BackupMade, backupDatabase, listDeletions } from './backup-database.ts';
export { examine, type Finding } from './doctor.ts';
export { migrateDatabase } from './migrate-database.ts';
export { type RestoreAsked, restoreDatabase } from './restore-database.ts';
export { type KeysRotated, rotateKeys } from './rotate-keys.ts';
export { type SwitchedOff, switchSecondStepOff } from './second-step-off.ts';
export { type RunningServer, type ServerOptions, startServer } from './start.ts';
export { type RunningWorker, startWorker } from './start-worker.ts';
export { WrongSetting } from './wrong-setting.ts';
