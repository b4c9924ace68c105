import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { changeMilestone, MilestoneVersion } from './milestone.changes.ts';
import { moveReasons } from './milestone.reasons.ts';
import { hasSameTimes, moveRefusal } from './milestone.rules.ts';
import { Milestone } from './milestone.ts';
import { clashOfMoved } from './milestone-clash.queries.ts';

@InputType({ description: 'New times for a milestone that has not started.' })
export class MoveMilestoneInput extends MilestoneVersion {
  @Field(() => DateTime, { description: 'When it now starts; not in the past.' })
  startsAt!: Date;

  @Field(() => DateTime, {
    description: 'When it now ends: on the same day of the city, 14 hours later at most.',
  })
  endsAt!: Date;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes of travel each way, 0 to 240; unchanged by default.',
  })
  travelMinutes?: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'That it is right all the same: refusals that are questions (`isQuestion`) are passed.',
  })
  confirmed!: boolean;
}

@ObjectType({ description: 'The milestone at its new time, or why it was not moved.' })
export class MoveMilestonePayload extends payloadOf(
  'MoveMilestone',
  moveReasons,
  'Why nothing changed; absent on success.',
) {
  @Field(() => Milestone, { nullable: true, description: 'The milestone; absent when refused.' })
  milestone?: Milestone;
}

export const moveMilestone = (tx: Transaction, input: MoveMilestoneInput, acting: ActingUser) =>
  changeMilestone<Word<typeof moveReasons>>(tx, input, acting, 'MOVED', async (milestone) => {
    const { startsAt, endsAt } = input;
    const changes = { startsAt, endsAt, travelMinutes: input.travelMinutes ?? milestone.travelMinutes };
    const refusal = moveRefusal(milestone, changes, acting.now);
    if (refusal) return { refusal };
    const isMoved = !hasSameTimes(milestone, changes);
    const isAsked = isMoved && !input.confirmed;
    const question = isAsked ? await clashOfMoved(tx, [{ ...milestone, ...changes }]) : null;
    if (question) return question;
    const isException = milestone.seriesId !== null && isMoved;
    return { changes: { ...changes, ...(isException && { isException }) } };
  });
