import { awaitMilestones } from '../../cover/known-milestones/await-milestones.ts';
import { milestonesOfSeries } from '../../cover/known-milestones/known-milestone.queries.ts';
import type { Context } from '../wing.ts';
import { mayArrive } from './cover-milestone.rules.ts';
import { versionOfSeries } from './cover-series.rules.ts';
import { mayCoverSeries } from './lock-served-milestone.ts';

type Seen = { readonly seriesId: string; readonly version: number };

/** Whether the whole of a series as the user saw it arrives within the moment for which milestones are awaited. */
const hasArrived = async ({ db, user, now }: Context, { seriesId, version }: Seen): Promise<boolean> => {
  let known = 0;
  const look = async () => {
    const series = await milestonesOfSeries(db, seriesId);
    known = mayCoverSeries(series, user, now) ? versionOfSeries(series) : 0;
  };
  await awaitMilestones(() => (known < version ? [`${seriesId} ${version}`] : []), look);
  return known >= version;
};

/** Does it, and once more where the series was on its way here; outside of any transaction it is waited for. */
export const onceArrived = async <Answer extends { readonly refusal?: string }>(
  context: Context,
  seen: Seen,
  change: () => Promise<Answer>,
): Promise<Answer> => {
  const first = await change();
  const isAwaited = first.refusal !== undefined && mayArrive(first.refusal);
  return isAwaited && (await hasArrived(context, seen)) ? change() : first;
};
