import { isDay } from '../../time/city-time.rules.ts';

export const CRITERIA = ['milestone', 'incomeSupport', 'loneParent', 'firstDay', 'waitingTime'] as const;
export type Criterion = (typeof CRITERIA)[number];
type Weights = Readonly<Record<Criterion, number>>;

export const BANDS = ['milestoneBands', 'firstDayBands', 'waitingBands'] as const;
export type BandsName = (typeof BANDS)[number];
type Band = { readonly days: number; readonly value: number };

export type Settings = Readonly<Record<BandsName, readonly Band[]>> & {
  readonly weights: Weights;
  readonly emergencyNoticeHours: number;
};

export type Decision = Settings & {
  readonly version: number;
  /** The version that it takes back. */
  readonly withdraws: number | null;
  readonly from: string | null;
};

/** The decisions that stand, the last one first: those that were not taken back. */
export const standing = <Each extends Decision>(all: readonly Each[]): readonly Each[] => {
  const withdrawn = new Set(all.map(({ withdraws }) => withdraws));
  return all.filter(({ version, withdraws }) => withdraws === null && !withdrawn.has(version));
};

const begins = ({ from }: Decision, today: string): boolean => (from ?? '') > today;

/** What is decided and does not hold yet, first to last. */
export const toCome = <Each extends Decision>(all: readonly Each[], today: string): readonly Each[] =>
  standing(all)
    .filter((each) => begins(each, today))
    .toReversed();

/** The last decision, as long as it has not begun: each says all of it, so only the last one is taken back. */
export const withdrawable = <Each extends Decision>(
  all: readonly Each[],
  today: string,
): Each | undefined => {
  const [last] = standing(all);
  return last && begins(last, today) ? last : undefined;
};

export const lastVersion = (all: readonly Decision[]): number => all[0]?.version ?? 0;

/** What a decision was made upon: the last one that stood then, else what holds where nothing is decided. */
export const decidedUpon = <Each extends Settings>(
  of: Decision,
  all: readonly (Decision & Each)[],
  usual: Each,
): Each => standing(all.filter(({ version }) => version < of.version))[0] ?? usual;

export type Change =
  | { readonly of: 'notice'; readonly before: number; readonly after: number }
  | { readonly of: 'weight'; readonly criterion: Criterion; readonly before: number; readonly after: number }
  | { readonly of: 'bands'; readonly bands: BandsName };

/** In what two decisions differ. */
export const changesOf = (before: Settings, after: Settings): readonly Change[] => {
  const notice: readonly Change[] =
    before.emergencyNoticeHours === after.emergencyNoticeHours
      ? []
      : [{ of: 'notice', before: before.emergencyNoticeHours, after: after.emergencyNoticeHours }];
  const weights: readonly Change[] = CRITERIA.filter(
    (criterion) => before.weights[criterion] !== after.weights[criterion],
  ).map((criterion) => ({
    of: 'weight',
    criterion,
    before: before.weights[criterion],
    after: after.weights[criterion],
  }));
  const bands: readonly Change[] = BANDS.filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  ).map((name) => ({ of: 'bands', bands: name }));
  return [...weights, ...bands, ...notice];
};

export type BandDraft = { readonly days: string; readonly tenths: string };

export type Draft = Readonly<Record<BandsName, readonly BandDraft[]>> & {
  readonly from: string;
  readonly reason: string;
  readonly notice: string;
  readonly weights: Readonly<Record<Criterion, string>>;
};

const TENTHS = 10;

const bandDrafts = (bands: readonly Band[]): readonly BandDraft[] =>
  bands.map(({ days, value }) => ({ days: String(days), tenths: String(Math.round(value * TENTHS)) }));

/** What holds after the last decision, to be written on. */
export const draftOf = (settings: Settings, from: string): Draft => ({
  from,
  reason: '',
  notice: String(settings.emergencyNoticeHours),
  weights: {
    milestone: String(settings.weights.milestone),
    incomeSupport: String(settings.weights.incomeSupport),
    loneParent: String(settings.weights.loneParent),
    firstDay: String(settings.weights.firstDay),
    waitingTime: String(settings.weights.waitingTime),
  },
  milestoneBands: bandDrafts(settings.milestoneBands),
  firstDayBands: bandDrafts(settings.firstDayBands),
  waitingBands: bandDrafts(settings.waitingBands),
});

const COUNT = /^\d{1,4}$/;
const isCount = (text: string): boolean => COUNT.test(text.trim());

/** What the weights are together, nothing while one of them is no number. */
export const sumOf = ({ weights }: Pick<Draft, 'weights'>): number | undefined => {
  const all = Object.values(weights);
  return all.every(isCount) ? all.reduce((sum, weight) => sum + Number(weight), 0) : undefined;
};

const bandValues = (bands: readonly BandDraft[]): readonly Band[] =>
  bands.map(({ days, tenths }) => ({ days: Number(days), value: Number(tenths) / TENTHS }));

const settingsOf = (draft: Draft): Settings => ({
  weights: {
    milestone: Number(draft.weights.milestone),
    incomeSupport: Number(draft.weights.incomeSupport),
    loneParent: Number(draft.weights.loneParent),
    firstDay: Number(draft.weights.firstDay),
    waitingTime: Number(draft.weights.waitingTime),
  },
  milestoneBands: bandValues(draft.milestoneBands),
  firstDayBands: bandValues(draft.firstDayBands),
  waitingBands: bandValues(draft.waitingBands),
  emergencyNoticeHours: Number(draft.notice),
});

/** What somebody wrote anew: a colleague’s decision on anything else is left as it is. */
export const writtenOf = (draft: Draft, begun: Settings): Partial<Settings> => {
  const written = settingsOf(draft);
  const changes = changesOf(begun, written);
  const hasOther = (name: BandsName) => changes.some((each) => each.of === 'bands' && each.bands === name);
  return {
    ...(changes.some(({ of }) => of === 'weight') && { weights: written.weights }),
    ...(changes.some(({ of }) => of === 'notice') && { emergencyNoticeHours: written.emergencyNoticeHours }),
    ...(hasOther('milestoneBands') && { milestoneBands: written.milestoneBands }),
    ...(hasOther('firstDayBands') && { firstDayBands: written.firstDayBands }),
    ...(hasOther('waitingBands') && { waitingBands: written.waitingBands }),
  };
};

export type Lack = 'DAY' | 'REASON' | 'WEIGHTS' | 'BANDS' | 'NOTICE' | 'NOTHING';
const WHOLE = 100;

/** What the form was begun with, and what stands last by now. */
export type Begun = { readonly begun: Settings; readonly last: Settings };

const lacksSettings = (draft: Draft): Lack | undefined => {
  if (sumOf(draft) !== WHOLE) return 'WEIGHTS';
  if (!BANDS.every((name) => draft[name].length > 0 && draft[name].every(({ days }) => isCount(days))))
    return 'BANDS';
  return isCount(draft.notice) ? undefined : 'NOTICE';
};

/**
 * What the page itself sees missing; the order of bands, and what is decided already, are for the graph to say. The graph stores
 * nothing where nothing is another, whatever the day, and that is no decision.
 */
export const lackOf = (draft: Draft, { begun, last }: Begun): Lack | undefined => {
  if (!isDay(draft.from)) return 'DAY';
  if (draft.reason.trim() === '') return 'REASON';
  const lack = lacksSettings(draft);
  if (lack) return lack;
  return changesOf(last, { ...last, ...writtenOf(draft, begun) }).length === 0 ? 'NOTHING' : undefined;
};

export const inputOf = (draft: Draft, begun: Settings, version: number) => {
  const { milestoneBands, firstDayBands, waitingBands, ...more } = writtenOf(draft, begun);
  return {
    version,
    from: draft.from,
    reason: draft.reason.trim(),
    ...more,
    ...(milestoneBands && { milestoneBands: [...milestoneBands] }),
    ...(firstDayBands && { firstDayBands: [...firstDayBands] }),
    ...(waitingBands && { waitingBands: [...waitingBands] }),
  };
};
