import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { inOrder } from '@relais/platform/time/periods.rules.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { settlePastCovers } from '../../cover/childcare-cover/publish-cover.ts';
import { Child } from '../../families/families/child.ts';
import { lockChildFor } from '../../families/shared-residence/lock-child.ts';
import {
  firstHandingOver,
  spanOfRules,
  withRule,
} from '../../families/shared-residence/residence-calendar.rules.ts';
import { ResidencePeriod } from '../../families/shared-residence/residence-period.ts';
import {
  ruleInJson,
  type StoredException,
  type StoredRule,
} from '../../families/shared-residence/residence-rule.ts';
import {
  calendarSince,
  sharedResidencesOf,
  storeResidence,
} from '../../families/shared-residence/shared-residence.queries.ts';
import { SharedResidence } from '../../families/shared-residence/shared-residence.ts';
import { familiesOfSides, layOutCalendar, periodsFrom, saidNow } from './lay-out-calendar.ts';
import { FOR_CHANGE, type HeldResidence, mayForEach, tellResidence } from './residence.changes.ts';
import {
  familiesNamed,
  ResidencePeriodInput,
  ResidenceRuleInput,
  ruleToStore,
} from './residence-rule-input.ts';
import { shareReasons } from './share-residence.reasons.ts';
import { isKnownCalendar, residenceRefusal } from './share-residence.rules.ts';

@InputType({ description: 'A child who lives by turns with a second family.' })
export class ShareResidenceInput {
  @Field(() => ID, { description: 'The child.' })
  childId!: string;

  @Field(() => ID, { description: 'The second family; the first is the one the child is registered with.' })
  otherFamilyId!: string;

  @Field(() => [ResidencePeriodInput], {
    defaultValue: [],
    description:
      'Who has it when. From its first start on, it replaces what was known; without any, nothing changes.',
  })
  calendar!: ResidencePeriodInput[];

  @Field(() => ResidenceRuleInput, {
    nullable: true,
    description: 'The rule by which it is with one or the other, instead of a calendar.',
  })
  rule?: ResidenceRuleInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the shared residence when it was read; needed to change one that is known.',
  })
  version?: number | null;
}

@ObjectType({ description: 'The child, or why nothing was noted.' })
export class ShareResidencePayload extends payloadOf(
  'ShareResidence',
  shareReasons,
  'Why not; absent when it was noted.',
) {
  @Field(() => Child, { nullable: true, description: 'The child; absent when refused.' })
  child?: Child;
}

type Refusal = Word<typeof shareReasons>;
type Result = { readonly child: Child } | Refused<Refusal>;

/** Broken constraints that mean what no rule can know. */
export const refusalsOfSharing = {
  shared_residence_with_a_known_family: 'UNKNOWN_FAMILY',
  residence_with_one_family_at_a_time: 'PERIODS_OVERLAP',
} as const satisfies Record<string, Refusal>;

const firstStart = (calendar: readonly ResidencePeriodInput[]): Date | null => {
  const starts = calendar.map(({ startsAt }) => startsAt.getTime());
  return starts.length > 0 ? new Date(Math.min(...starts)) : null;
};

/** A rule as it is said, without when that was. */
const textOf = ({ notedAt: _when, replacedAt: _since, ...rule }: StoredRule): string =>
  JSON.stringify(Object.entries(ruleInJson({ ...rule, notedAt: new Date(0), replacedAt: null })).sort());

const rulesInForce = ({ rules }: SharedResidence): StoredRule[] =>
  rules.filter(({ replacedAt }) => replacedAt === null);

const saysNothingNew = async (
  tx: Transaction,
  { childId, calendar }: ShareResidenceInput,
  rule: StoredRule | null,
  known: SharedResidence,
): Promise<boolean> => {
  const last = rulesInForce(known).at(-1);
  if (rule) return !known.endedAt && last !== undefined && textOf(last) === textOf(rule);
  const first = firstStart(calendar);
  return first === null || isKnownCalendar(calendar, await calendarSince(tx, childId, first));
};

const calendarAsked = (tx: Transaction, { childId, calendar }: ShareResidenceInput): ResidencePeriod[] =>
  inOrder(calendar).map((period) =>
    tx.create(ResidencePeriod, { ...period, id: newId(), childId, source: 'CALENDAR' }),
  );

type Said = Pick<SharedResidence, 'rules' | 'exceptions'>;

/** What still holds when something is said after an end: nothing of what the end had put an end to comes back. */
const notEnded = ({ rules, exceptions, endedAt }: SharedResidence, now: Date): Said => {
  if (!endedAt) return { rules, exceptions };
  return {
    rules: rules.map((rule) => ({ ...rule, replacedAt: rule.replacedAt ?? now })),
    exceptions: exceptions.map((each) =>
      each.removedAt || each.endsAt <= endedAt ? each : { ...each, removedAt: now },
    ),
  };
};

/** A calendar takes the place of exceptions as well, from its first start on. */
const exceptionsBefore = (exceptions: readonly StoredException[], first: Date, now: Date) =>
  exceptions.map((each): StoredException => {
    if (each.removedAt || each.endsAt <= first) return each;
    return each.startsAt < first ? { ...each, endsAt: first } : { ...each, removedAt: now };
  });

const saidFromNowOn = (
  residence: SharedResidence,
  { rule, first, now }: { readonly rule: StoredRule | null; readonly first: Date | null; readonly now: Date },
): Said => {
  const { rules, exceptions } = notEnded(residence, now);
  if (rule) return { rules: withRule(rules, rule, now), exceptions };
  return { rules, exceptions: first ? exceptionsBefore(exceptions, first, now) : exceptions };
};

/** The residence as it is said from now on, and its calendar. */
const storeSaid = async (
  tx: Transaction,
  input: ShareResidenceInput,
  { child, residence }: HeldResidence,
  { rule, now }: { readonly rule: StoredRule | null; readonly now: Date },
): Promise<SharedResidence> => {
  const first = firstStart(input.calendar);
  if (!rule && !first) return residence;
  const said = saidFromNowOn(residence, { rule, first, now });
  const stored = await storeResidence(tx, residence, { ...said, endedAt: null, livesWith: null });
  const since = rule ? firstHandingOver(rule) : first;
  const periods =
    rule && since
      ? await periodsFrom(tx, stored, familiesOfSides(child, stored), since)
      : calendarAsked(tx, input);
  if (since) await layOutCalendar(tx, child.id, since, periods);
  return stored;
};

const newResidence = async (
  tx: Transaction,
  { childId, otherFamilyId }: ShareResidenceInput,
): Promise<SharedResidence> => {
  const residence = tx.create(SharedResidence, { childId, otherFamilyId, rules: [], exceptions: [] });
  Object.assign(residence, { endedAt: null, livesWith: null, version: 1 });
  await tx.insert(SharedResidence, residence);
  return residence;
};

/** Whether a rule tells of times from a moment on. */
const hasRuleSince = (known: SharedResidence, first: Date | null): boolean => {
  const span = spanOfRules(saidNow(known));
  return span !== null && (first ?? span.startsAt) < span.endsAt;
};

const askedOf = (
  { otherFamilyId, calendar, rule }: ShareResidenceInput,
  familyId: string,
  known: SharedResidence | null,
) => ({
  ...{ familyId, otherFamilyId, calendar },
  sharedWith: known?.otherFamilyId ?? null,
  rule: rule ? { ...rule, hasHalves: Boolean(rule.halves), families: familiesNamed(rule) } : null,
  hasRule: known !== null && !known.endedAt && hasRuleSince(known, firstStart(calendar)),
});

/** From when on something else may be said of times that are over; all of them when a second family is new. */
const sinceOf = ({ calendar }: ShareResidenceInput, rule: StoredRule | null, now: Date): Date =>
  (rule ? firstHandingOver(rule) : firstStart(calendar)) ?? now;

const strangerTo = async (
  tx: Transaction,
  [familyId, otherFamilyId]: readonly [string, string],
  acting: ActingUser,
): Promise<Refusal | null> => {
  if (!(await mayForEach(tx, [familyId], acting))) return 'UNKNOWN_CHILD';
  return (await mayForEach(tx, [otherFamilyId], acting)) ? null : 'UNKNOWN_FAMILY';
};

/** Notes that a child lives with two families by turns, and with whom when; the child is held until commit. */
export const shareResidence = async (
  tx: Transaction,
  input: ShareResidenceInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now } = acting;
  const { childId, otherFamilyId } = input;
  const child = await lockChildFor(tx, childId, acting, FOR_CHANGE);
  if (!child) return { refusal: 'UNKNOWN_CHILD' };
  const stranger = await strangerTo(tx, [child.familyId, otherFamilyId], acting);
  if (stranger) return { refusal: stranger };
  const [known = null] = await sharedResidencesOf(tx, [childId]);
  const refusal = residenceRefusal(askedOf(input, child.familyId, known));
  if (refusal) return { refusal };

  const rule = input.rule ? ruleToStore(input.rule, child.familyId, now) : null;
  if (known && (await saysNothingNew(tx, input, rule, known))) return { child };
  if (known && known.version !== input.version) return { refusal: 'STALE_VERSION' };
  const familyIds = [child.familyId, otherFamilyId];
  const since = known ? sinceOf(input, rule, now) : null;
  const past = await settlePastCovers(tx, { familyIds, since }, now);
  const residence = known ?? (await newResidence(tx, input));
  const stored = await storeSaid(tx, input, { child, residence }, { rule, now });
  await tellResidence(tx, { child, residence: stored }, { kind: 'RESIDENCE_SHARED', past }, acting);
  return { child };
};
