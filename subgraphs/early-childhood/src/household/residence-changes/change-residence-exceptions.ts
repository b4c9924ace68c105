import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Child } from '../../families/families/child.ts';
import { spanOfRules } from '../../families/shared-residence/residence-calendar.rules.ts';
import type { StoredException } from '../../families/shared-residence/residence-rule.ts';
import { besideRules, saidNow } from './lay-out-calendar.ts';
import { changeResidence, type HeldResidence, lockResidence } from './residence.changes.ts';
import { ResidencePeriodInput } from './residence-rule-input.ts';
import { exceptionReasons } from './share-residence.reasons.ts';
import { exceptionRefusal } from './share-residence.rules.ts';

@InputType({ description: 'Stretches that a child in shared residence spends otherwise than its rule says.' })
export class ChangeResidenceExceptionsInput {
  @Field(() => ID, { description: 'The child.' })
  childId!: string;

  @Field(() => Int, { description: 'The version of the shared residence when it was read.' })
  version!: number;

  @Field(() => [ResidencePeriodInput], {
    defaultValue: [],
    description: 'With whom the child is when instead.',
  })
  added!: ResidencePeriodInput[];

  @Field(() => [ID], {
    defaultValue: [],
    description: 'Exceptions that are taken back: the rule holds again.',
  })
  removedIds!: string[];
}

@ObjectType({ description: 'The child, or why nothing was noted.' })
export class ChangeResidenceExceptionsPayload extends payloadOf(
  'ChangeResidenceExceptions',
  exceptionReasons,
  'Why not; absent when it was noted.',
) {
  @Field(() => Child, { nullable: true, description: 'The child; absent when refused.' })
  child?: Child;
}

const rulesSince = (residence: HeldResidence['residence']): Date | null =>
  spanOfRules({ ...saidNow(residence), end: null })?.startsAt ?? null;

/** From when on they say otherwise: what was known before the rules, or is not theirs, stays. */
const sinceOf = (touched: readonly { readonly startsAt: Date }[], { residence }: HeldResidence): Date => {
  const told = touched.map(({ startsAt }) => startsAt.getTime());
  const first = spanOfRules(saidNow(residence))?.startsAt.getTime() ?? 0;
  return new Date(Math.max(Math.min(...told), first));
};

/** What is kept of them: an exception that is taken back stays readable, like who took it back. */
const exceptionsAfter = (
  { child, residence }: HeldResidence,
  { added, removedIds }: ChangeResidenceExceptionsInput,
  now: Date,
): StoredException[] => [
  ...residence.exceptions.map((each) =>
    removedIds.includes(each.id) && !each.removedAt ? { ...each, removedAt: now } : each,
  ),
  ...added.map(({ familyId, startsAt, endsAt }): StoredException => {
    const side = familyId === child.familyId ? 'REGISTERED' : 'OTHER';
    return { id: newId(), side, startsAt, endsAt, notedAt: now, removedAt: null };
  }),
];

/** Notes with whom the child is otherwise than the rule says, or that it goes by the rule after all. */
export const changeResidenceExceptions = async (
  tx: Transaction,
  input: ChangeResidenceExceptionsInput,
  acting: ActingUser,
): Promise<{ child: Child } | Refused<Word<typeof exceptionReasons>>> => {
  const held = await lockResidence(tx, input, acting);
  if ('refusal' in held) return held;
  const { child, residence } = held;
  const { added, removedIds } = input;
  const known = residence.exceptions.filter(({ removedAt }) => removedAt === null);
  const families = [child.familyId, residence.otherFamilyId];
  const since = rulesSince(residence);
  const refusal = exceptionRefusal({
    ...{ families, added, removedIds, known, rulesSince: since },
    besideRules: since ? await besideRules(tx, residence, since) : [],
  });
  if (refusal) return { refusal };
  const touched = [...added, ...known.filter(({ id }) => removedIds.includes(id))];
  if (touched.length === 0) return { child };
  const changes = { exceptions: exceptionsAfter(held, input, acting.now) };
  return changeResidence(
    tx,
    held,
    { step: 'RESIDENCE_SHARED', since: sinceOf(touched, held), changes },
    acting,
  );
};
