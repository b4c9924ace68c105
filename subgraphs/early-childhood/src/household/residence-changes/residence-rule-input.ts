import { CivilDate, DateTime, LocalTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { Side } from '../../families/shared-residence/residence-calendar.rules.ts';
import { ResidenceHolidays, ResidenceRuleKind } from '../../families/shared-residence/residence-kinds.ts';
import type { StoredRule } from '../../families/shared-residence/residence-rule.ts';

@InputType({ description: 'Time that a child spends with one of its two families.' })
export class ResidencePeriodInput {
  @Field(() => ID, { description: 'The family it is with.' })
  familyId!: string;

  @Field(() => DateTime, { description: 'When the child comes.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When the child leaves.' })
  endsAt!: Date;
}

@InputType({
  description:
    'Who has which half of each school holiday, of more than a week. It begins on the last day of school; of an odd number of days the second half is the longer; a holiday is of the year in which it begins.',
})
export class HolidayHalvesInput {
  @Field(() => LocalTime, {
    description:
      'When the child is handed over: on the last day of school, in the middle of the holiday and on the eve of school.',
  })
  time!: Temporal.PlainTime;

  @Field(() => ID, { description: 'The family that has the first half in even years.' })
  firstHalfInEvenYears!: string;

  @Field(() => ID, { description: 'The family that has the first half in odd years.' })
  firstHalfInOddYears!: string;
}

@InputType({ description: 'With whom the child is, as the parents or a judge decided.' })
export class ResidenceRuleInput {
  @Field(() => ResidenceRuleKind, { description: 'How the weeks alternate.' })
  kind!: ResidenceRuleKind;

  @Field(() => CivilDate, {
    description:
      'First day. From the first handing over on it or after it, the rule replaces what was known; rules that begin earlier hold until then.',
  })
  startsOn!: Temporal.PlainDate;

  @Field(() => CivilDate, { nullable: true, description: 'Last day, if it has one.' })
  endsOn?: Temporal.PlainDate | null;

  @Field(() => Int, { description: 'The day of handing over: 1 (Monday) to 7 (Sunday), as ISO 8601.' })
  weekday!: number;

  @Field(() => LocalTime, { description: 'The hour of handing over.' })
  time!: Temporal.PlainTime;

  @Field(() => ID, {
    description:
      'The family that has the child in the first week, or in even weeks: from the handing over in an even week to the next one.',
  })
  firstFamilyId!: string;

  @Field(() => ResidenceHolidays, {
    defaultValue: 'NOT_SAID',
    description: 'What is said of school holidays; without a word, nobody knows with whom the child is then.',
  })
  holidays!: ResidenceHolidays;

  @Field(() => HolidayHalvesInput, { nullable: true, description: 'With `HALVES` only.' })
  halves?: HolidayHalvesInput | null;
}

/** The families that a rule names. */
export const familiesNamed = ({ firstFamilyId, halves }: ResidenceRuleInput): string[] => [
  firstFamilyId,
  ...(halves ? [halves.firstHalfInEvenYears, halves.firstHalfInOddYears] : []),
];

/** The rule as it is kept: by the side of each family, so that it holds when files are merged. */
export const ruleToStore = (rule: ResidenceRuleInput, registeredId: string, now: Date): StoredRule => {
  const { kind, startsOn, endsOn = null, weekday, time, holidays, halves } = rule;
  const sideOf = (familyId: string): Side => (familyId === registeredId ? 'REGISTERED' : 'OTHER');
  return {
    ...{ kind, startsOn, endsOn, weekday, time, holidays, notedAt: now, replacedAt: null },
    first: sideOf(rule.firstFamilyId),
    halves: halves
      ? {
          time: halves.time,
          evenYears: sideOf(halves.firstHalfInEvenYears),
          oddYears: sideOf(halves.firstHalfInOddYears),
        }
      : null,
  };
};
