import type { Attention } from '@relais/platform/graphql/attention.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import { benefitsStatus } from '../benefits-status/benefits-status.rules.ts';
import type { IncomeSupport } from '../benefits-status/benefits-status.ts';
import type { BreakGlassAccess } from '../break-glasses/break-glass-access.ts';
import { entitlementsAsOf } from '../entitlements/entitlement.rules.ts';
import type { EntitlementFile } from '../entitlements/entitlement.ts';
import type { Scheme } from '../entitlements/scheme.ts';
import { hourlyFee, resourcesYearFor } from '../hourly-fee/hourly-fee.rules.ts';
import type { PartedFile } from '../parted-files/parted-file.queries.ts';
import { isReminderDue } from '../referrals/referral.rules.ts';
import type { Referral, ReferralTarget } from '../referrals/referral.ts';
import type { Resources } from '../resources/resources.ts';
import { isOverdue } from '../tasks/task.rules.ts';
import type { Task } from '../tasks/task.ts';

export type BenefitsAttentionKind =
  | 'INCOME_SUPPORT_SUSPENDED'
  | 'INCOME_SUPPORT_PENDING'
  | 'SOURCES_DISAGREE'
  | 'RESOURCES_DISAGREE'
  | 'RESOURCES_MISSING'
  | 'AEEH_NOT_COUNTED'
  | 'MILESTONE_UNCOVERED'
  | 'REFERRAL_WAITING'
  | 'TASK_OVERDUE'
  | 'BREAK_GLASS_TO_REVIEW'
  | 'FILES_PARTED';

export type BenefitsMatter = Attention<BenefitsAttentionKind> & {
  readonly scheme?: Scheme;
  readonly year?: number;
  readonly count?: number;
  readonly counted?: number;
  readonly title?: string;
  readonly target?: ReferralTarget;
  /** The tables of which rows could not be put back when two files were parted. */
  readonly staying?: readonly string[];
};

type FeeResources = Pick<
  Resources,
  'id' | 'year' | 'yearlyAmountCents' | 'dependentChildren' | 'aeehChildren' | 'prevails' | 'recordedAt'
>;

/** What the reader may know of a family; `null` where that is not shared with them. */
export type BenefitsFacts = {
  readonly familyId: string;
  readonly files: readonly EntitlementFile[] | null;
  readonly resources: readonly FeeResources[] | null;
  readonly uncovered: readonly { readonly milestoneId: string; readonly startsAt: Date }[];
  readonly referrals: readonly Referral[];
  readonly tasks: readonly Task[];
  readonly broken: readonly Pick<BreakGlassAccess, 'id' | 'beganAt' | 'finding'>[];
  readonly parted: readonly PartedFile[];
};

const incomeSupportKinds: Partial<Record<IncomeSupport, BenefitsAttentionKind>> = {
  SUSPENDED: 'INCOME_SUPPORT_SUSPENDED',
  PENDING: 'INCOME_SUPPORT_PENDING',
};

const incomeSupportMatters = (
  { familyId, files }: BenefitsFacts,
  today: Temporal.PlainDate,
): BenefitsMatter[] => {
  const { incomeSupport, since } = benefitsStatus(files ?? [], today);
  const kind = incomeSupportKinds[incomeSupport];
  return kind && since ? [{ kind, subjectId: familyId, at: startOfDay(since) }] : [];
};

/** Told once for each benefit, of the source that counts. */
const disagreements = ({ files }: BenefitsFacts, today: Temporal.PlainDate): BenefitsMatter[] =>
  entitlementsAsOf(files ?? [], today)
    .filter(({ prevails, conflicts }) => prevails && conflicts.length > 0)
    .map(({ id, scheme, statedOn }) => ({
      kind: 'SOURCES_DISAGREE',
      subjectId: id,
      at: startOfDay(statedOn),
      scheme,
    }));

/** Without them agreed care has no fee. */
const missingResources = (
  { familyId, resources }: BenefitsFacts,
  today: Temporal.PlainDate,
): BenefitsMatter[] => {
  if (!resources) return [];
  const question = { on: today, tariffKind: 'COLLECTIVE', careKind: 'LONG_TERM' } as const;
  const { reason, resourcesYear } = hourlyFee(question, resources);
  if (reason !== 'RESOURCES_UNKNOWN') return [];
  const at = startOfDay(Temporal.PlainDate.from({ year: today.year, month: 1, day: 1 }));
  return [
    { kind: 'RESOURCES_MISSING', subjectId: familyId, at, part: String(resourcesYear), year: resourcesYear },
  ];
};

/** A merge of two files may leave two statements of one year. The amounts are for whoever reads benefits. */
const doubleResources = ({ files, resources }: BenefitsFacts): BenefitsMatter[] => {
  if (!files || !resources) return [];
  const beside = new Set(resources.filter(({ prevails }) => !prevails).map(({ year }) => year));
  return resources
    .filter(({ year, prevails }) => prevails && beside.has(year))
    .map(({ id, year, recordedAt }) => ({ kind: 'RESOURCES_DISAGREE', subjectId: id, at: recordedAt, year }));
};

/** More open AEEH than the fee counts: the family pays too much, or two files of one child came by a merge. */
const uncountedAeeh = (
  { familyId, files, resources }: BenefitsFacts,
  today: Temporal.PlainDate,
): BenefitsMatter[] => {
  const charged = resources?.find(({ year, prevails }) => prevails && year === resourcesYearFor(today));
  const open = entitlementsAsOf(files ?? [], today).filter(
    ({ scheme, state, prevails }) => scheme === 'AEEH' && state === 'OPEN' && prevails,
  );
  if (!charged || open.length <= charged.aeehChildren) return [];
  const since = open.map((each) => each.since).toSorted(Temporal.PlainDate.compare);
  return since.slice(-1).map((day) => ({
    kind: 'AEEH_NOT_COUNTED',
    subjectId: familyId,
    at: startOfDay(day),
    year: charged.year,
    count: open.length,
    counted: charged.aeehChildren,
  }));
};

/** For so long whoever looks after the file is asked to look at what was written in it meanwhile. */
const TO_BE_LOOKED_AT = { days: 30 };

const partedMatters = ({ parted }: BenefitsFacts, today: Temporal.PlainDate): BenefitsMatter[] =>
  parted
    .filter(({ isKept, partedAt }) => isKept && dayOf(partedAt).add(TO_BE_LOOKED_AT).since(today).sign > 0)
    .map(({ id, partedAt, staying }) => ({ kind: 'FILES_PARTED', subjectId: id, at: partedAt, staying }));

/** What needs somebody in a family's benefits and in what was agreed about it. */
export const benefitsMatters = (facts: BenefitsFacts, today: Temporal.PlainDate): BenefitsMatter[] => [
  ...incomeSupportMatters(facts, today),
  ...disagreements(facts, today),
  ...doubleResources(facts),
  ...missingResources(facts, today),
  ...uncountedAeeh(facts, today),
  ...partedMatters(facts, today),
  ...facts.uncovered.map(
    ({ milestoneId, startsAt }): BenefitsMatter => ({
      kind: 'MILESTONE_UNCOVERED',
      one: 'MILESTONE_WITHOUT_CARE',
      subjectId: milestoneId,
      at: startsAt,
    }),
  ),
  ...facts.referrals
    .filter((referral) => isReminderDue(referral, today))
    .map(
      ({ id, sentAt, target }): BenefitsMatter => ({
        kind: 'REFERRAL_WAITING',
        subjectId: id,
        at: sentAt,
        target,
      }),
    ),
  ...facts.tasks
    .filter((task) => isOverdue(task, today))
    .map(
      ({ id, dueOn, title }): BenefitsMatter => ({
        kind: 'TASK_OVERDUE',
        subjectId: id,
        at: startOfDay(dueOn),
        title,
      }),
    ),
  ...facts.broken
    .filter(({ finding }) => finding === null)
    .map(
      ({ id, beganAt }): BenefitsMatter => ({ kind: 'BREAK_GLASS_TO_REVIEW', subjectId: id, at: beganAt }),
    ),
];
