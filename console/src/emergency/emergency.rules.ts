/** As many letters as the graph wants of a reason; blanks say nothing. */
const SHORTEST_REASON = 30;

export const lettersToGo = (reason: string): number =>
  Math.max(0, SHORTEST_REASON - reason.trim().replaceAll(/\s+/g, ' ').length);

type Stretch = { readonly until: string; readonly endedAt: string | null };

/** Whether the file is read by it at that moment. */
export const isOpenAt = ({ until, endedAt }: Stretch, now: number): boolean =>
  endedAt === null && now < Date.parse(until);

/** When it was over, or will be. */
export const endOf = ({ until, endedAt }: Stretch): string => endedAt ?? until;

type Of = Stretch & { readonly id: string; readonly family: { readonly reference: string | null } | null };
type File = {
  readonly reference: string;
  /** The one by which it was read on this page. */
  readonly remembered: string | undefined;
};

/**
 * The one by which a file is read, or was on this page until its end. One that is over says nothing of a file that is read otherwise
 * since, as by a referral: it is found by its id alone.
 */
export const ofFile = <Each extends Of>(
  emergencies: readonly Each[],
  { reference, remembered }: File,
  now: number,
): Each | undefined =>
  emergencies.find((each) => each.family?.reference === reference && isOpenAt(each, now)) ??
  emergencies.find(({ id }) => id === remembered);

/** Those that one still hears of: open, waiting for their review, or judged within the last days. */
export const worthTelling = <Each extends Stretch & { readonly finding: string | null }>(
  emergencies: readonly Each[],
  now: number,
): readonly Each[] =>
  emergencies.filter((each) => each.finding === null || now - Date.parse(endOf(each)) < TOLD_FOR_MS);

const TOLD_FOR_MS = 14 * 86_400_000;
