import type { Word } from '@relais/platform/graphql/reasons.ts';
import type { mergeReasons, pairReasons } from './merge-families.reasons.ts';

export type MergeAsked = {
  readonly survivorId: string;
  readonly survivorVersion: number;
  readonly duplicateId: string;
  readonly duplicateVersion: number;
};

export type FileFacts = { readonly version: number; readonly mergedInto: string | null };

export type MergePair = { readonly keep: string; readonly drop: string };

/** Whether these two were merged by an earlier sending of the same request. */
export const isMergedAlready = (asked: MergeAsked, duplicate: FileFacts | null): boolean =>
  duplicate !== null && duplicate.mergedInto === asked.survivorId;

export const mergeRefusal = (
  asked: MergeAsked,
  survivor: FileFacts | null,
  duplicate: FileFacts | null,
): Word<typeof mergeReasons> | null => {
  if (asked.survivorId === asked.duplicateId) return 'SAME_FAMILY';
  if (!survivor || !duplicate) return 'UNKNOWN_FAMILY';
  if (survivor.mergedInto) return 'SURVIVOR_IS_MERGED';
  if (duplicate.mergedInto) return 'MERGED_INTO_ANOTHER';
  const isCurrent =
    survivor.version === asked.survivorVersion && duplicate.version === asked.duplicateVersion;
  return isCurrent ? null : 'STALE_VERSION';
};

/** Each pair keeps a member of the survivor and drops one of the duplicate; nobody is in two pairs. */
export const pairRefusal = (
  pairs: readonly MergePair[],
  ofSurvivor: readonly string[],
  ofDuplicate: readonly string[],
): Word<typeof pairReasons> | null => {
  const isKnown = pairs.every(({ keep, drop }) => ofSurvivor.includes(keep) && ofDuplicate.includes(drop));
  if (!isKnown) return 'UNKNOWN_PAIR';
  const named = pairs.flatMap(({ keep, drop }) => [keep, drop]);
  return new Set(named).size === named.length ? null : 'NAMED_TWICE';
};
