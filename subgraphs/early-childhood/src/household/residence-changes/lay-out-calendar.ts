import type { Transaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import type { Days } from '@relais/platform/time/days.rules.ts';
import { inOrder } from '@relais/platform/time/periods.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { SchoolPeriod } from '../../care/own-arrangements/school-period.ts';
import {
  isBesideRules,
  type ResidenceSaid,
  type Side,
  staysFrom,
} from '../../families/shared-residence/residence-calendar.rules.ts';
import { ResidencePeriod } from '../../families/shared-residence/residence-period.ts';
import { calendarSince, endCalendar } from '../../families/shared-residence/shared-residence.queries.ts';
import type { SharedResidence } from '../../families/shared-residence/shared-residence.ts';

/** The days on which there is school, first to last. */
const knownSchoolDays = async (tx: Transaction): Promise<Days[]> => {
  const periods = await tx.find(SchoolPeriod, { order: { startsOn: 'ASC' } });
  return periods.map(({ startsOn, endsOn }) => ({
    startsOn: Temporal.PlainDate.from(startsOn),
    endsOn: Temporal.PlainDate.from(endsOn),
  }));
};

/** What is said of a residence now, without what was replaced or taken back. */
export const saidNow = ({ rules, exceptions, endedAt, livesWith }: SharedResidence): ResidenceSaid => ({
  rules: rules.filter(({ replacedAt }) => replacedAt === null),
  exceptions: exceptions.filter(({ removedAt }) => removedAt === null),
  end: endedAt && livesWith ? { at: endedAt, side: livesWith } : null,
});

export type FamilyOfSide = (side: Side) => string;

export const familiesOfSides =
  (
    child: { readonly familyId: string },
    { otherFamilyId }: Pick<SharedResidence, 'otherFamilyId'>,
  ): FamilyOfSide =>
  (side) =>
    side === 'OTHER' ? otherFamilyId : child.familyId;

/** With whom a child is from a moment on, as rules, exceptions and the school calendar say it today. */
export const periodsFrom = async (
  tx: Transaction,
  residence: SharedResidence,
  familyOf: FamilyOfSide,
  from: Date,
): Promise<ResidencePeriod[]> => {
  const stays = staysFrom(saidNow(residence), await knownSchoolDays(tx), from);
  return stays.map(({ side, ...stay }) =>
    tx.create(ResidencePeriod, {
      ...stay,
      id: newId(),
      childId: residence.childId,
      familyId: familyOf(side),
    }),
  );
};

/** What was written down without a rule from a moment on, at times of which no rule tells. */
export const besideRules = async (tx: Transaction, residence: SharedResidence, from: Date) => {
  const known = await calendarSince(tx, residence.childId, from);
  return known
    .filter(({ source }) => source === 'CALENDAR')
    .map((period) =>
      period.startsAt < from
        ? tx.create(ResidencePeriod, { ...period, id: newId(), startsAt: from })
        : period,
    )
    .filter((period) => isBesideRules(saidNow(residence), period));
};

/** The same, with what stays of what was written down without a rule. */
export const periodsAnew = async (
  tx: Transaction,
  residence: SharedResidence,
  familyOf: FamilyOfSide,
  from: Date,
): Promise<ResidencePeriod[]> =>
  inOrder([
    ...(await periodsFrom(tx, residence, familyOf, from)),
    ...(await besideRules(tx, residence, from)),
  ]);

/** The period that was cut at a moment, where what follows says the same: it only goes on. What was typed in stays as it was said. */
const cutBefore = async (
  tx: Transaction,
  from: Date,
  next: ResidencePeriod | undefined,
): Promise<ResidencePeriod | null> => {
  if (next?.startsAt.getTime() !== from.getTime() || next.source === 'CALENDAR') return null;
  const { childId, familyId, source } = next;
  return tx.findOneBy(ResidencePeriod, { childId, familyId, source, endsAt: from });
};

/** Puts these periods, first to last, in the place of what was known from a moment on. */
export const layOutCalendar = async (
  tx: Transaction,
  childId: string,
  from: Date,
  periods: readonly ResidencePeriod[],
): Promise<void> => {
  await endCalendar(tx, childId, from);
  const [first, ...others] = periods;
  const before = await cutBefore(tx, from, first);
  if (first && before) await tx.update(ResidencePeriod, { id: before.id }, { endsAt: first.endsAt });
  const added = before ? others : periods;
  if (added.length > 0) await tx.insert(ResidencePeriod, [...added]);
};
