import type { Database } from '@relais/platform/database/database.ts';
import { newId } from '@relais/platform/ids.ts';
import { Temporal } from 'temporal-polyfill';
import { OwnArrangement } from './own-arrangement.ts';

const blank = {
  kind: 'FAMILY',
  startsAt: null,
  endsAt: null,
  weekday: null,
  from: null,
  to: null,
  startsOn: null,
  endsOn: null,
  version: 1,
  removedAt: null,
} as const;

type Kind = { readonly kind?: OwnArrangement['kind'] };

export const givenDatedArrangement = (
  db: Database,
  childId: string,
  facts: Kind & { readonly startsAt: Date; readonly endsAt: Date },
): Promise<OwnArrangement> =>
  db.save(db.create(OwnArrangement, { ...blank, id: newId(), childId, ...facts }));

/** Holds from 2025 to 2027. */
export const givenWeeklyArrangement = (
  db: Database,
  childId: string,
  {
    from,
    to,
    ...facts
  }: Kind & {
    readonly weekday: number;
    readonly from: string;
    readonly to: string;
    readonly startsOn?: Temporal.PlainDate;
  },
): Promise<OwnArrangement> =>
  db.save(
    db.create(OwnArrangement, {
      ...blank,
      id: newId(),
      childId,
      startsOn: Temporal.PlainDate.from('2025-01-01'),
      endsOn: Temporal.PlainDate.from('2027-12-31'),
      from: Temporal.PlainTime.from(from),
      to: Temporal.PlainTime.from(to),
      ...facts,
    }),
  );
