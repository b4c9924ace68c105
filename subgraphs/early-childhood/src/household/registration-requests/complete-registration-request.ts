import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Any } from 'typeorm';
import { lockFamily } from '../../families/families/family.queries.ts';
import { Family } from '../../families/families/family.ts';
import { keepLookup } from '../../families/family-lookups/look-up-family.ts';
import { publishLookup } from '../../families/family-lookups/publish-lookup.ts';
import { recordStep } from '../../history/care-history/record-step.ts';
import type { Permission } from '../../permissions.ts';
import { RegisterFamilyInput, registerFamily } from '../registration/register-family.ts';
import { endRequest, heldRequest } from './registration-request.changes.ts';
import { filesOf, isKeptOut } from './registration-request.queries.ts';
import { completeRegistrationReasons } from './registration-request.reasons.ts';
import { handleUntil, soughtChildren } from './registration-request.rules.ts';
import { RegistrationRequest } from './registration-request.ts';
import type { ToldHousehold } from './told-household.ts';

@InputType({ description: 'What becomes of a request to register: a new file, or one that exists.' })
export class CompleteRegistrationRequestInput extends Confirmable {
  @Field(() => ID, { description: 'The request.' })
  registrationRequestId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => RegisterFamilyInput, {
    nullable: true,
    description: 'The family to register, as it was told and completed; its `id` is that of the request.',
  })
  registration?: RegisterFamilyInput | null;

  @Field(() => ID, { nullable: true, description: 'Instead: the family that has a file already.' })
  familyId?: string | null;
}

@ObjectType({ description: 'The request to register, completed with a family, or why it waits on.' })
export class CompleteRegistrationRequestPayload extends payloadOf(
  'CompleteRegistrationRequest',
  completeRegistrationReasons,
  'Why it was not completed; absent when it was.',
) {
  @Field(() => RegistrationRequest, {
    nullable: true,
    description:
      'The request, with what was told for the last time: note in a file that existed what is new. Absent when refused.',
  })
  registrationRequest?: RegistrationRequest;

  @Field(() => Family, { nullable: true, description: 'The family; absent when refused.' })
  family?: Family;

  @ListSize(5)
  @Field(() => [Family], {
    description: 'With `FILE_EXISTS`: the files in which a child has this name and day; else empty.',
  })
  existingFamilies: Family[] = [];

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Refusal = Refused<Word<typeof completeRegistrationReasons>>;
type Result =
  | {
      readonly registrationRequest: RegistrationRequest;
      readonly family: Family;
      readonly existingFamilies: Family[];
    }
  | (Refusal & { readonly existingFamilies?: Family[] });

type Household = {
  readonly adults: Parameters<typeof soughtChildren>[0];
  readonly children: Parameters<typeof soughtChildren>[1];
};

/** As the mother told it and as it is registered: a slip in one of them hides no file. What was asked is kept as any lookup of a family. */
const existing = async (
  tx: Transaction,
  told: readonly Household[],
  acting: ActingUser,
): Promise<Family[]> => {
  const mayBeTold = acting.sight.filter('family:look-up' satisfies Permission);
  const sought = told.flatMap(({ adults, children }) => soughtChildren(adults, children));
  const found = await filesOf(tx, sought, mayBeTold);
  await keepLookup(tx, acting, found.length > 0 ? 'FOUND' : 'NOT_FOUND', found);
  return tx.findBy(Family, { id: Any(found) });
};

const registered = async (
  tx: Transaction,
  registration: RegisterFamilyInput,
  { id, told, isConfirmed }: { id: string; told: ToldHousehold | null; isConfirmed: boolean },
  acting: ActingUser,
): Promise<Family | Exclude<Result, { family: Family }>> => {
  const households = told ? [told, registration] : [registration];
  const files = isConfirmed ? [] : await existing(tx, households, acting);
  if (files.length > 0) return { refusal: 'FILE_EXISTS', existingFamilies: files };
  const asked = { ...registration, id };
  const result = await registerFamily(tx, asked, acting);
  return result.refusal ? result : result.family;
};

/** Nobody learns by a request of theirs that a file exists from which they are kept: its coordinator is told so instead. */
const existingFor = async (
  tx: Transaction,
  familyId: string,
  { sentBy }: RegistrationRequest,
  acting: ActingUser,
) => {
  const family = await lockFamily(tx, familyId, acting);
  if (!family) return { refusal: 'UNKNOWN_FAMILY' } as const;
  const { now } = acting;
  const sender = { sub: sentBy, now, today: dayOf(now).toString() };
  return (await isKeptOut(tx, family.id, sender)) ? ({ refusal: 'SENDER_KEPT_FROM_FILE' } as const) : family;
};

/** The file that the request leads to. */
const fileFor = async (
  tx: Transaction,
  request: RegistrationRequest,
  input: CompleteRegistrationRequestInput,
  acting: ActingUser,
) => {
  const { registration, familyId, confirmed: isConfirmed } = input;
  if (registration && !familyId)
    return registered(tx, registration, { id: request.id, told: request.told, isConfirmed }, acting);
  if (!familyId || registration) return { refusal: 'FAMILY_OR_REGISTRATION_NEEDED' } as const;
  return existingFor(tx, familyId, request, acting);
};

/** With it whoever sent the request asks to follow the family: being the sender makes nobody a member of its team. */
const handleFor = async (
  tx: Transaction,
  family: Family,
  { sentBy }: RegistrationRequest,
  now: Date,
): Promise<string> => {
  const handle = newId();
  const until = handleUntil(now);
  await publishLookup(tx, { handle, familyId: family.id, sub: sentBy, until });
  return handle;
};

/** A request is forgotten; what its family needs is not. */
const keepWantedCare = async (
  tx: Transaction,
  { id: familyId }: Family,
  { told }: RegistrationRequest,
  { now, user }: ActingUser,
): Promise<void> => {
  if (!told) return;
  const about = { familyId, subjectId: familyId, at: now, doneBy: user.sub };
  await recordStep(tx, { ...about, kind: 'REGISTRATION_ASKED', facts: { reason: told.wantedCare } });
};

/** Registers the family under the id of the request, or leads it to the file that exists; then the sender is told. */
export const completeRegistrationRequest = async (
  tx: Transaction,
  input: CompleteRegistrationRequestInput,
  acting: ActingUser,
): Promise<Result> => {
  const request = await heldRequest(tx, input, acting);
  if ('refusal' in request) return request;
  const family = await fileFor(tx, request, input, acting);
  if ('refusal' in family) return family;
  const handle = await handleFor(tx, family, request, acting.now);
  await keepWantedCare(tx, family, request, acting);
  const { told } = request;
  const answer = { status: 'COMPLETED', familyId: family.id, handle } as const;
  const ended = await endRequest(tx, request, answer, acting);
  // For the last time: a phone or an address may be missing in a file that existed.
  const registrationRequest = Object.assign(new RegistrationRequest(), ended, { told });
  return { registrationRequest, family, existingFamilies: [] };
};
