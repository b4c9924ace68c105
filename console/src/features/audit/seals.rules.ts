import type { Known } from '../../graph/known.rules.ts';
import type { Log } from './audit.rules.ts';

type Head = { readonly number: number; readonly head: string };
type Kept = Head & { readonly source: string; readonly toldAt: string; readonly isContradicted: boolean };

export type Sealing = {
  readonly seals: number;
  readonly unsealedRows: number;
  readonly unsealedSince: string | null;
  readonly newest: readonly (Head & { readonly sealedAt: string })[];
  readonly kept: readonly Kept[];
};

const sources = {
  care: 'early-childhood',
  jobSearch: 'employment',
  benefits: 'social-protection',
} as const satisfies Record<Log, string>;

const LOGS: readonly Log[] = ['care', 'jobSearch', 'benefits'];

/**
 * What another agency keeps of a log, beside what the log says of itself: it agrees up to the newest; it was told of seals that the
 * log has no more; of another head; of two heads of one seal; of nothing yet; of none for too long; of one so far back that the newest
 * do not reach it; of one newer than the log was when it was read; or it is not known what it keeps.
 */
export type Verdict =
  | 'AGREES'
  | 'CUT'
  | 'DIFFERS'
  | 'CONTRADICTED'
  | 'NOTHING'
  | 'LAGGING'
  | 'BEHIND'
  | 'NEWER'
  | 'UNKNOWN';

const MINUTE_MS = 60_000;
/** The three are read at three moments: what was told just now, the log may have sealed since it was read. */
const JUST_NOW_MS = 2 * MINUTE_MS;
/** Each is sealed every five minutes: a quarter of an hour is three that did not come. */
const LATE_MS = 15 * MINUTE_MS;

const verdictOfKept = ({ seals, newest }: Sealing, kept: Kept, askedAt: number): Verdict => {
  if (kept.isContradicted) return 'CONTRADICTED';
  if (kept.number > seals) return Date.parse(kept.toldAt) > askedAt - JUST_NOW_MS ? 'NEWER' : 'CUT';
  const own = newest.find(({ number }) => number === kept.number);
  if (!own) return 'BEHIND';
  if (own.head !== kept.head) return 'DIFFERS';
  const next = newest.find(({ number }) => number === kept.number + 1);
  return next && Date.parse(next.sealedAt) < askedAt - LATE_MS ? 'LAGGING' : 'AGREES';
};

export type Witness = {
  readonly keeper: Log;
  readonly verdict: Verdict;
  /** The seal that it keeps, and since when. */
  readonly kept: Pick<Kept, 'number' | 'toldAt'> | undefined;
};

type All = Readonly<Record<Log, Known<Sealing>>>;

/** What each of the two others says of a log, as it was answered. */
export const witnessesOf = (log: Log, sealing: Sealing, all: All, askedAt: number): readonly Witness[] =>
  LOGS.filter((keeper) => keeper !== log).map((keeper) => {
    const part = all[keeper];
    if (part.is !== 'known') return { keeper, verdict: 'UNKNOWN', kept: undefined };
    const kept = part.value.kept.find(({ source }) => source === sources[log]);
    return { keeper, verdict: kept ? verdictOfKept(sealing, kept, askedAt) : 'NOTHING', kept };
  });

const WRONG = new Set<Verdict>(['CUT', 'DIFFERS', 'CONTRADICTED', 'LAGGING', 'BEHIND']);

/** Something was done to the log, or nobody watches it any more. */
export const isWrong = ({ verdict }: Witness): boolean => WRONG.has(verdict);

/** Rows waited longer than they should when it was answered. */
export const isLate = ({ unsealedSince }: Pick<Sealing, 'unsealedSince'>, askedAt: number): boolean =>
  unsealedSince !== null && askedAt - Date.parse(unsealedSince) > LATE_MS;
