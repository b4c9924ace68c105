import type { Word } from '@relais/platform/graphql/reasons.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { type Aged, countedAge } from '../../families/families/age.rules.ts';
import type { closeFileReasons } from './closed-file.reasons.ts';
import type { ClosingReason } from './family-closing.ts';

export type FileToClose = {
  readonly version: number;
  readonly isClosed: boolean;
  readonly children: readonly Aged[];
};

const isUnderSix = (child: Aged, today: Temporal.PlainDate): boolean =>
  isBefore(today, countedAge(child).since.add({ years: 6 }));

/** Why a file cannot be closed so. An expected child is under six. */
export const closingRefusal = (
  { version, isClosed, children }: FileToClose,
  asked: { readonly version: number; readonly reason: ClosingReason },
  today: Temporal.PlainDate,
): Word<typeof closeFileReasons> | null => {
  if (isClosed) return 'CLOSED_ALREADY';
  if (version !== asked.version) return 'STALE_VERSION';
  const mayBeYoung = asked.reason !== 'YOUNGEST_TURNED_SIX';
  return mayBeYoung || !children.some((child) => isUnderSix(child, today)) ? null : 'CHILD_UNDER_SIX';
};
