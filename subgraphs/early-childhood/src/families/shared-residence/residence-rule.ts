import { CivilDate, DateTime, LocalTime } from '@relais/platform/graphql/scalars.ts';
import { Temporal } from 'temporal-polyfill';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ColumnOptions } from 'typeorm';
import type { HolidayHalvesSaid, ResidenceRuleSaid, Side } from './residence-calendar.rules.ts';
import { ResidenceHolidays, ResidenceRuleKind } from './residence-kinds.ts';

@ObjectType({ description: 'Who has a child in shared residence in which half of the school holidays.' })
export class HolidayHalves {
  @Field(() => LocalTime, {
    description:
      'When the child is handed over: on the last day of school, in the middle of the holiday and on the eve of school.',
  })
  time!: Temporal.PlainTime;

  evenYearsFamilyId!: string;
  oddYearsFamilyId!: string;
}

@ObjectType({
  description:
    'With whom a child in shared residence is, as the parents or a judge decided (code civil 373-2-9). It holds until its last day, or until the next rule begins.',
})
export class ResidenceRule {
  @Field(() => ResidenceRuleKind, { description: 'How the weeks alternate.' })
  kind!: ResidenceRuleKind;

  @Field(() => CivilDate, {
    description:
      'First day. The rule says nothing before the child is handed over for the first time from then on.',
  })
  startsOn!: Temporal.PlainDate;

  @Field(() => CivilDate, { nullable: true, description: 'Last day; absent while it has none.' })
  endsOn!: Temporal.PlainDate | null;

  @Field(() => Int, { description: 'The day of handing over: 1 (Monday) to 7 (Sunday), as ISO 8601.' })
  weekday!: number;

  @Field(() => LocalTime, { description: 'The hour of handing over.' })
  time!: Temporal.PlainTime;

  @Field(() => ResidenceHolidays, { description: 'What it says of school holidays.' })
  holidays!: ResidenceHolidays;

  @Field(() => HolidayHalves, { nullable: true, description: 'With `HALVES`: who has which half.' })
  halves!: HolidayHalves | null;

  @Field(() => DateTime, { description: 'When it was written down; who did it is in the history.' })
  notedAt!: Date;

  firstFamilyId!: string;
}

@ObjectType({
  description: 'A stretch that a child in shared residence spends otherwise than the rule says.',
})
export class ResidenceException {
  @Field(() => ID, { description: 'Stable identifier, by which it is taken back.' })
  id!: string;

  @Field(() => DateTime, { description: 'When the child comes.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When the child leaves.' })
  endsAt!: Date;

  @Field(() => DateTime, { description: 'When it was written down; who did it is in the history.' })
  notedAt!: Date;

  familyId!: string;
}

/** A rule as it is stored; one that another took the place of stays readable. */
export type StoredRule = ResidenceRuleSaid & { readonly notedAt: Date; readonly replacedAt: Date | null };
/** An exception as it is stored; one that was taken back stays readable. */
export type StoredException = Pick<ResidenceException, 'id' | 'startsAt' | 'endsAt' | 'notedAt'> & {
  readonly side: Side;
  readonly removedAt: Date | null;
};

type InJson<Value> = {
  [Key in keyof Value]: Value[Key] extends Temporal.PlainDate | Temporal.PlainTime | Date
    ? string
    : Value[Key] extends Temporal.PlainDate | Date | null
      ? string | null
      : Value[Key];
};
type RuleInJson = Omit<InJson<StoredRule>, 'halves'> & { readonly halves: InJson<HolidayHalvesSaid> | null };

const minutes = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: 'minute' });
const dayOrNone = (day: string | null) => (day === null ? null : Temporal.PlainDate.from(day));
const momentOrNone = (moment: string | null) => (moment === null ? null : new Date(moment));

const ruleFrom = ({ halves, ...rule }: RuleInJson): StoredRule => ({
  ...rule,
  startsOn: Temporal.PlainDate.from(rule.startsOn),
  endsOn: dayOrNone(rule.endsOn),
  time: Temporal.PlainTime.from(rule.time),
  halves: halves && { ...halves, time: Temporal.PlainTime.from(halves.time) },
  notedAt: new Date(rule.notedAt),
  replacedAt: momentOrNone(rule.replacedAt),
});

export const ruleInJson = ({ halves, ...rule }: StoredRule): RuleInJson => ({
  ...rule,
  startsOn: rule.startsOn.toString(),
  endsOn: rule.endsOn?.toString() ?? null,
  time: minutes(rule.time),
  halves: halves && { ...halves, time: minutes(halves.time) },
  notedAt: rule.notedAt.toISOString(),
  replacedAt: rule.replacedAt?.toISOString() ?? null,
});

/** Rules and exceptions are always read with the residence, so they live in its row as JSON. */
export const rulesColumn: ColumnOptions = {
  type: 'jsonb',
  default: [],
  transformer: {
    from: (stored: readonly RuleInJson[]) => stored.map(ruleFrom),
    to: (rules: readonly StoredRule[] | undefined) => rules?.map(ruleInJson),
  },
};

export const exceptionsColumn: ColumnOptions = {
  type: 'jsonb',
  default: [],
  transformer: {
    from: (stored: readonly InJson<StoredException>[]) =>
      stored.map(
        ({ startsAt, endsAt, notedAt, removedAt, ...exception }): StoredException => ({
          ...exception,
          startsAt: new Date(startsAt),
          endsAt: new Date(endsAt),
          notedAt: new Date(notedAt),
          removedAt: momentOrNone(removedAt),
        }),
      ),
    // Moments say themselves in JSON as they are read above.
    to: (exceptions: readonly StoredException[] | undefined) => exceptions,
  },
};
