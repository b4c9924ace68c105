import type { Band, Settings } from '../../centres/city-settings/city-settings.rules.ts';
import type { IncomeSupport } from '../known-income-support/known-income-support.ts';

export type Priority = 'MILESTONE' | 'INCOME_SUPPORT' | 'LONE_PARENT' | 'FIRST_DAY' | 'WAITING_TIME';

/** What each criterion can contribute, by the settings of the day. */
export const weightOf = ({ weights }: Settings, criterion: Priority): number =>
  ({
    MILESTONE: weights.milestone,
    INCOME_SUPPORT: weights.incomeSupport,
    LONE_PARENT: weights.loneParent,
    FIRST_DAY: weights.firstDay,
    WAITING_TIME: weights.waitingTime,
  })[criterion];

/**
 * Income support counts while it is paid, and while it is suspended: a place for the child is what lets the parent answer
 * the suspension.
 */
export const countingIncomeSupports: readonly IncomeSupport[] = ['RECEIVING', 'SUSPENDED'];

/** A request as far as its priority is concerned. */
export type PriorityFacts = {
  /** `null` when no step of the job search is known to come. */
  readonly daysToMilestone: number | null;
  /** As social-protection told it for the day; `UNKNOWN` also when it told nothing. */
  readonly incomeSupport: IncomeSupport;
  /** First day on which it stands thus; `null` when nothing is known. */
  readonly incomeSupportSince: string | null;
  /** False where the family objects to our knowing: then it is neither so nor otherwise. */
  readonly isJobSearchShared: boolean;
  readonly areBenefitsShared: boolean;
  readonly isLoneParent: boolean;
  /** Negative once care should have started. */
  readonly daysToFirstDay: number;
  readonly daysWaited: number;
};

export type PriorityKey =
  | 'MILESTONE_SOON'
  | 'MILESTONE_LATER'
  | 'MILESTONE_NONE'
  | 'MILESTONE_NOT_SHARED'
  | 'INCOME_SUPPORT'
  | 'INCOME_SUPPORT_SUSPENDED'
  | 'INCOME_SUPPORT_PENDING'
  | 'INCOME_SUPPORT_NOT_RECEIVED'
  | 'INCOME_SUPPORT_NONE'
  | 'INCOME_SUPPORT_NOT_SHARED'
  | 'LONE_PARENT'
  | 'LONE_PARENT_NOT'
  | 'FIRST_DAY_SOON'
  | 'FIRST_DAY_LATER'
  | 'FIRST_DAY_PASSED'
  | 'WAITED';

export type PriorityReason = {
  readonly criterion: Priority;
  readonly weight: number;
  /** 0 to 1. */
  readonly value: number;
  readonly contribution: number;
  readonly told: {
    readonly key: PriorityKey;
    readonly parameters?: Readonly<Record<string, string | number>>;
  };
};

type Judgement = Pick<PriorityReason, 'value' | 'told'>;
type Judge = (facts: PriorityFacts, settings: Settings) => Judgement;

const within = (bands: readonly Band[], days: number): number =>
  bands.find((band) => days <= band.days)?.value ?? 0;
const since = (bands: readonly Band[], days: number): number =>
  bands.find((band) => days >= band.days)?.value ?? 0;

const milestone: Judge = ({ daysToMilestone, isJobSearchShared }, { milestoneBands }) => {
  if (!isJobSearchShared) return { value: 0, told: { key: 'MILESTONE_NOT_SHARED' } };
  if (daysToMilestone === null) return { value: 0, told: { key: 'MILESTONE_NONE' } };
  const value = within(milestoneBands, daysToMilestone);
  const key = value > 0 ? 'MILESTONE_SOON' : 'MILESTONE_LATER';
  return { value, told: { key, parameters: { days: daysToMilestone } } };
};

const firstDay: Judge = ({ daysToFirstDay }, { firstDayBands }) => {
  const value = within(firstDayBands, daysToFirstDay);
  if (daysToFirstDay < 0)
    return { value, told: { key: 'FIRST_DAY_PASSED', parameters: { days: -daysToFirstDay } } };
  const key = value > 0 ? 'FIRST_DAY_SOON' : 'FIRST_DAY_LATER';
  return { value, told: { key, parameters: { days: daysToFirstDay } } };
};

/** `NONE` in a key stands for nothing known: decisions of commissions keep their reasons by these words. */
const incomeSupportKeys = {
  RECEIVING: 'INCOME_SUPPORT',
  SUSPENDED: 'INCOME_SUPPORT_SUSPENDED',
  PENDING: 'INCOME_SUPPORT_PENDING',
  NONE: 'INCOME_SUPPORT_NOT_RECEIVED',
  UNKNOWN: 'INCOME_SUPPORT_NONE',
} as const satisfies Record<IncomeSupport, PriorityKey>;

const incomeSupport: Judge = ({ incomeSupport: status, incomeSupportSince: day, areBenefitsShared }) => {
  if (!areBenefitsShared) return { value: 0, told: { key: 'INCOME_SUPPORT_NOT_SHARED' } };
  return {
    value: countingIncomeSupports.includes(status) ? 1 : 0,
    told: { key: incomeSupportKeys[status], ...(day && { parameters: { day } }) },
  };
};

const judges: Readonly<Record<Priority, Judge>> = {
  MILESTONE: milestone,
  INCOME_SUPPORT: incomeSupport,
  LONE_PARENT: ({ isLoneParent }) =>
    isLoneParent
      ? { value: 1, told: { key: 'LONE_PARENT' } }
      : { value: 0, told: { key: 'LONE_PARENT_NOT' } },
  FIRST_DAY: firstDay,
  WAITING_TIME: ({ daysWaited }, { waitingBands }) => ({
    value: since(waitingBands, daysWaited),
    told: { key: 'WAITED', parameters: { days: daysWaited } },
  }),
};

const criteria: readonly Priority[] = [
  'MILESTONE',
  'INCOME_SUPPORT',
  'LONE_PARENT',
  'FIRST_DAY',
  'WAITING_TIME',
];

const TENTHS = 10;
/** Weights are whole and values in tenths: a contribution is exact in tenths, here as in the database. */
export const contributionOf = (settings: Settings, criterion: Priority, value: number): number =>
  Math.round(weightOf(settings, criterion) * value * TENTHS) / TENTHS;

/** Every criterion with its weight and what it contributed (CRPA L311-3-1). */
export const priorityReasons = (facts: PriorityFacts, settings: Settings): PriorityReason[] =>
  criteria.map((criterion) => {
    const { value, told } = judges[criterion](facts, settings);
    return {
      criterion,
      weight: weightOf(settings, criterion),
      value,
      contribution: contributionOf(settings, criterion, value),
      told,
    };
  });

export const priorityScore = (reasons: readonly PriorityReason[]): number =>
  Math.round(reasons.reduce((sum, { contribution }) => sum + contribution, 0) * TENTHS) / TENTHS;
