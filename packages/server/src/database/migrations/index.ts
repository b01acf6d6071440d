/** All steps, in the order of their names. One that has been published is never changed: a change is a new step. */
import { accounts } from './001-accounts.ts';
import { savedReports } from './002-saved-reports.ts';
import { secondStep } from './003-second-step.ts';
import { wholeTrail } from './004-whole-trail.ts';
import { apiKeys } from './005-api-keys.ts';
import { requestsOnce } from './006-requests-once.ts';
import { sharedLinks } from './007-shared-links.ts';
import { deletions } from './008-deletions.ts';
import { passkeys } from './009-passkeys.ts';
import { jobs } from './010-jobs.ts';
import { credits } from './011-credits.ts';
import { objects } from './012-objects.ts';
import type { MigrationOf } from './migration.ts';

export type { DatabaseKind, MigrationOf } from './migration.ts';

export const MIGRATIONS: Readonly<Record<string, MigrationOf>> = {
  '001-accounts': accounts,
  '002-saved-reports': savedReports,
  '003-second-step': secondStep,
  '004-whole-trail': wholeTrail,
  '005-api-keys': apiKeys,
  '006-requests-once': requestsOnce,
  '007-shared-links': sharedLinks,
  '008-deletions': deletions,
  '009-passkeys': passkeys,
  '010-jobs': jobs,
  '011-credits': credits,
  '012-objects': objects,
};
