/** Steps with a date, of all reports that are kept, in the order in which they are due. */
import type { NextStep } from '@readingscan/engine';
import type { KeptReport } from './report.ts';
import type { Listed } from './search.ts';

export interface FollowUp {
  readonly listed: Listed;
  readonly report: KeptReport;
  readonly step: NextStep & { readonly due: NonNullable<NextStep['due']> };
  /** the last day that the report names has gone by */
  readonly isPast: boolean;
}

/** days for which a step whose date has passed is still told */
const TOLD_AFTER = 366;
const DAY = 86_400_000;

/** `today`: ISO date. */
export function followUps(list: readonly Listed[], today: string): readonly FollowUp[] {
  const after = new Date(Date.parse(today) - TOLD_AFTER * DAY).toISOString().slice(0, 10);
  return once(list)
    .flatMap((listed) =>
      (listed.digest?.nextSteps ?? []).flatMap((step): FollowUp[] => {
        if (!step.due) return [];
        const last = step.due.latest ?? step.due.earliest;
        return last < after
          ? []
          : [{ listed, report: listed.report, step: { ...step, due: step.due }, isPast: last < today }];
      }),
    )
    .sort((a, b) => a.step.due.earliest.localeCompare(b.step.due.earliest));
}

/** A report that is kept in both places has its dates once. */
const once = (list: readonly Listed[]): readonly Listed[] => [
  ...new Map(list.map((listed) => [listed.report.id, listed])).values(),
];

/** As one calendar takes them: each its own, though every report counts its steps from one. */
export const calendarSteps = (ahead: readonly FollowUp[]): readonly NextStep[] =>
  ahead
    .filter(({ isPast }) => !isPast)
    .map(({ report, step }) => ({ ...step, recommendation: `${report.id}-${step.recommendation}` }));

/** The day on the device's own calendar. */
export function dayOf(now: Date): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
