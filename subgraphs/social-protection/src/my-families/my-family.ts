import { enumOf } from '@relais/platform/graphql/enums.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { type Catalogue, type Language, say } from '@relais/platform/messages.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { dayText, momentText } from '@relais/platform/time/time-texts.ts';
import { Ctx, Field, ID, ObjectType } from 'type-graphql';
import { Family } from '../known-families/family.ts';

export const AlertKind = enumOf('FamilyAlertKind', 'Why a family needs attention, most urgent first.', {
  INCOME_SUPPORT_SUSPENDED: 'Its RSA is suspended; told to caseworkers only.',
  MILESTONE_UNCOVERED: 'A milestone within 7 days is not covered by childcare, or only in part.',
  OFFER_EXPIRING:
    'An offer of a place expires within 48 hours unless the family answers; told to caseworkers and care coordinators.',
  REFERRAL_WAITING: 'A referral has been undecided for 10 days or more.',
  TASK_OVERDUE: 'A task is not done and its day is over.',
  NOTHING_HAPPENED: 'Nothing was recorded for 60 days.',
});
export type AlertKind = keyof typeof AlertKind;

const messages: Catalogue<AlertKind> = {
  fr: {
    INCOME_SUPPORT_SUSPENDED: 'RSA suspendu depuis le {day}.',
    MILESTONE_UNCOVERED: 'Une étape le {moment} sans garde suffisante.',
    OFFER_EXPIRING: 'Une place proposée attend la réponse de la famille jusqu’au {moment}.',
    REFERRAL_WAITING: 'Une orientation envoyée le {day} attend une réponse.',
    TASK_OVERDUE: 'Une tâche est en retard depuis le {day}.',
    NOTHING_HAPPENED: 'Rien n’a été enregistré depuis le {day}.',
  },
  en: {
    INCOME_SUPPORT_SUSPENDED: 'RSA suspended since {day}.',
    MILESTONE_UNCOVERED: 'A milestone on {moment} without enough childcare.',
    OFFER_EXPIRING: 'An offered place waits for the family’s answer until {moment}.',
    REFERRAL_WAITING: 'A referral sent on {day} is waiting for an answer.',
    TASK_OVERDUE: 'A task has been overdue since {day}.',
    NOTHING_HAPPENED: 'Nothing has been recorded since {day}.',
  },
};

@ObjectType('FamilyAlert', { description: 'One reason why a family needs attention.' })
export class FamilyAlert {
  @Field(() => AlertKind, { description: 'The reason, stable for programs.' })
  kind!: AlertKind;

  @Field(() => ID, {
    description:
      'The id of what it is about: a milestone, an offer, a referral or a task, as the kind says; otherwise the family.',
  })
  subjectId!: string;

  @Field(() => DateTime, {
    description:
      'Since when, or when the milestone is or the offer expires; what has only a day is told at its midnight.',
  })
  at!: Date;

  @Field(() => String, { description: 'The reason as a sentence, in the language of `Accept-Language`.' })
  message(@Ctx() { language }: { language: Language }): string {
    return say(messages, language, this.kind, {
      day: dayText(language, dayOf(this.at)),
      moment: momentText(language, this.at),
    });
  }

  static of({ kind, subjectId, at }: Pick<FamilyAlert, 'kind' | 'subjectId' | 'at'>): FamilyAlert {
    return Object.assign(new FamilyAlert(), { kind, subjectId, at });
  }
}

@ObjectType({ description: 'A family that the reader follows, with what needs attention.' })
export class MyFamily {
  @Field(() => Family, {
    nullable: true,
    description: 'The family; absent where it is not shared with you.',
  })
  family!: Family | null;

  readonly alerts!: readonly FamilyAlert[];
}
