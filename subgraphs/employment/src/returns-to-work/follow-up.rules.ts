import { reasonRefusal } from '@relais/platform/corrections/correction.rules.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { Temporal } from 'temporal-polyfill';
import type { correctFollowUpReasons } from './follow-up.reasons.ts';
import type { FollowUp, FollowUpPoint } from './follow-up.ts';
import type { ReturnToWork } from './return-to-work.ts';

/** Many lose a job within six months: asked early enough to help, and late enough to count. */
const monthsAfter = {
  ONE_MONTH: 1,
  THREE_MONTHS: 3,
  SIX_MONTHS: 6,
} as const satisfies Record<FollowUpPoint, number>;

/** The day from which the follow-up may be recorded; the 31st becomes the last day of a shorter month. */
export const dueOn = (
  { startsOn }: Pick<ReturnToWork, 'startsOn'>,
  point: FollowUpPoint,
): Temporal.PlainDate => startsOn.add({ months: monthsAfter[point] });

export const isDue = (
  returnToWork: Pick<ReturnToWork, 'startsOn'>,
  point: FollowUpPoint,
  today: Temporal.PlainDate,
): boolean => Temporal.PlainDate.compare(dueOn(returnToWork, point), today) <= 0;

type Content = Pick<FollowUp, 'returnId' | 'point' | 'outcome'>;

/** The same request sent again asks for the same record. */
export const isSameFollowUp = (a: Content, b: Content): boolean =>
  a.returnId === b.returnId && a.point === b.point && a.outcome === b.outcome;

/** Why a follow-up that was recorded cannot be put right, or `null`. */
export const correctFollowUpRefusal = (
  followUp: Pick<FollowUp, 'version'>,
  { version, reason }: { readonly version: number; readonly reason: string },
): Word<typeof correctFollowUpReasons> | null =>
  followUp.version === version ? reasonRefusal(reason) : 'STALE_VERSION';
