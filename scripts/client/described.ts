/** What the interface says of itself at an installation that has all there is. */
import { openApi } from '../../packages/server/src/api/openapi/openapi.ts';
import type { Description } from './api-types.ts';

export function described(): Description {
  const whole: unknown = openApi({
    version: '',
    access: 'key',
    hasKeys: true,
    hasSaving: true,
    hasJobs: true,
    hasPayments: true,
  });
  // made by us: one boundary
  return whole as Description;
}
