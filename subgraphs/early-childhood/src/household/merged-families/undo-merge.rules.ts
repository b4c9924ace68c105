import type { Word } from '@relais/platform/graphql/reasons.ts';
import type { ChangedPart } from './changed-part.ts';
import type { undoMergeReasons } from './undo-merge.reasons.ts';

/** What the files were before is kept for as long. */
export const UNDOABLE_FOR_DAYS = 30;

export type MergeFacts = {
  readonly mergedInto: string | null;
  readonly survivorVersion: number;
  /** What is kept of the merge; `null` once it was forgotten. */
  readonly journal: { readonly survivorId: string; readonly keptUntil: Date } | null;
  /** Whether the survivor was merged with another since. */
  readonly isMergedAgain: boolean;
  /** Whether another file had been merged into the duplicate before. */
  readonly heldOthers: boolean;
  /** The agencies that have not taken the merge. */
  readonly waitingFor: readonly string[];
};

type Refusal = Exclude<Word<typeof undoMergeReasons>, 'CHANGED_SINCE' | 'REASON_MISSING' | 'REASON_TOO_LONG'>;

/** Why a merge cannot be undone, whatever is in the files. */
export const undoRefusal = (
  { mergedInto, survivorVersion, journal, ...merge }: MergeFacts,
  asked: { readonly version: number; readonly now: Date },
): Refusal | null => {
  if (mergedInto === null) return 'NOT_MERGED';
  if (survivorVersion !== asked.version) return 'STALE_VERSION';
  if (!journal || journal.keptUntil <= asked.now) return 'TOO_LATE';
  if (journal.survivorId !== mergedInto || merge.heldOthers) return 'HELD_OTHERS';
  if (merge.isMergedAgain) return 'MERGED_AGAIN';
  return merge.waitingFor.length > 0 ? 'NOT_TAKEN_YET' : null;
};

const parts: Readonly<Record<string, ChangedPart>> = {
  adults: 'MEMBERS',
  children: 'MEMBERS',
  care_alerts: 'MEMBERS',
  family_homes: 'HOME',
  family_addresses: 'HOME',
  address_protections: 'HOME',
  bookings: 'BOOKINGS',
  attendance_words: 'BOOKINGS',
  placements: 'PLACEMENTS',
  placement_pauses: 'PLACEMENTS',
  sent_weeks: 'PLACEMENTS',
  care_requests: 'CARE_REQUESTS',
  care_offers: 'CARE_REQUESTS',
  commission_decisions: 'CARE_REQUESTS',
  own_arrangements: 'OWN_ARRANGEMENTS',
  shared_residences: 'SHARED_RESIDENCE',
  residence_periods: 'SHARED_RESIDENCE',
  family_closings: 'CLOSING',
  known_milestones: 'MILESTONES',
  known_income_support: 'INCOME_SUPPORT',
  followers: 'FOLLOWERS',
  advisors: 'FOLLOWERS',
  objections: 'OBJECTIONS',
  'social-protection': 'BENEFITS',
  employment: 'JOB_SEARCH',
};

/** Records that whoever merges files reads by their id. */
const SHOWN = [
  ...['adults', 'children', 'bookings', 'placements', 'care_requests', 'care_offers'],
  ...['own_arrangements', 'known_milestones'],
];

export type ChangedRow = { readonly table: string; readonly rowKey: string };
export type StepSince = { readonly subjectId: string; readonly at: Date };
export type Hindrance = {
  readonly part: ChangedPart;
  readonly subjectId: string | null;
  readonly at: Date | null;
};

const lastAt = (steps: readonly StepSince[], subjectId: string): Date | null =>
  steps
    .filter((step) => step.subjectId === subjectId)
    .map(({ at }) => at)
    .toSorted((one, other) => other.getTime() - one.getTime())[0] ?? null;

/** What stands in the way: each record that is another, each part once where it has no id, and steps about nothing else. */
export const hindrances = (rows: readonly ChangedRow[], steps: readonly StepSince[]): Hindrance[] => {
  const changed = rows.map(({ table, rowKey }): Hindrance => {
    const part = parts[table] ?? 'FILE';
    return { part, subjectId: SHOWN.includes(table) ? rowKey : null, at: lastAt(steps, rowKey) };
  });
  const named = new Set(rows.map(({ rowKey }) => rowKey));
  const others = steps.filter(({ subjectId }) => !named.has(subjectId));
  const told = [...changed, ...others.map(({ at }): Hindrance => ({ part: 'FILE', subjectId: null, at }))];
  return told.filter(
    ({ part, subjectId }, index) =>
      told.findIndex((each) => each.part === part && each.subjectId === subjectId) === index,
  );
};
