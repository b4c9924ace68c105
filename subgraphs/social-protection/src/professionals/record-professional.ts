import type { ActingUser } from '@relais/platform/acting.ts';
import type { AgencyKind } from '@relais/platform/auth/agencies.ts';
import { agenciesOfRole, type User } from '@relais/platform/auth/user.ts';
import { storeUnlessTaken } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { asWritten } from '@relais/platform/names.rules.ts';
import { findProfessional } from '@relais/platform/professionals/professional.queries.ts';
import { Professional, ProfessionalRole } from '@relais/platform/professionals/professional.ts';
import { professionalIdOf } from '@relais/platform/professionals/professional-id.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { recordReasons } from './professional.reasons.ts';
import { textsRefusal } from './professional.rules.ts';
import { publishProfessionals } from './publish-professional.ts';

@InputType({ description: 'Somebody of your own agency who has not signed in yet.' })
export class RecordProfessionalInput {
  @Field(() => String, { description: 'The sign-in, as the `sub` of the token will say it.' })
  sub!: string;

  @Field(() => String, { description: 'First and last name.' })
  name!: string;

  @Field(() => ProfessionalRole, { description: 'What the professional does.' })
  role!: ProfessionalRole;

  @Field(() => String, { nullable: true, description: 'Where the professional works.' })
  place?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The districts whose families the professional works for.',
  })
  districtIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The telephone at work.' })
  phone?: string | null;
}

@ObjectType({ description: 'What came of recording a professional: the entry, or a refusal.' })
export class RecordProfessionalPayload extends payloadOf(
  'RecordProfessional',
  recordReasons,
  'Why nothing was recorded; absent when something was.',
) {
  @Field(() => Professional, { nullable: true, description: 'The entry as it is from now on.' })
  professional?: Professional;
}

type Result = { professional: Professional } | Refused<Word<typeof recordReasons>>;

const entryOf = (input: RecordProfessionalInput, agency: string): Professional =>
  Object.assign(new Professional(), {
    id: professionalIdOf(input.sub),
    sub: input.sub,
    name: asWritten(input.name),
    role: input.role,
    agency,
    place: input.place ?? null,
    districtIds: input.districtIds ?? [],
    phone: input.phone ?? null,
    absentFrom: null,
    absentTo: null,
    standInSub: null,
    departedOn: null,
    version: 1,
  });

const isSame = (known: Professional | null, { sub, name, role, agency }: Professional): boolean =>
  known?.sub === sub && known.name === name && known.role === role && known.agency === agency;

/** A token that said so would open no family. */
const roleRefusal = (role: ProfessionalRole, { agencyKind }: User): 'ROLE_OF_ANOTHER_AGENCY' | null => {
  const kinds: readonly (AgencyKind | null)[] = agenciesOfRole[role];
  return kinds.includes(agencyKind) ? null : 'ROLE_OF_ANOTHER_AGENCY';
};

/** Sent twice it is recorded once: the sign-in is the key. */
export const recordProfessional = async (
  tx: Transaction,
  input: RecordProfessionalInput,
  { user }: ActingUser,
): Promise<Result> => {
  const refusal =
    textsRefusal([input.sub, input.name, input.place, input.phone]) ?? roleRefusal(input.role, user);
  if (refusal) return { refusal };
  const professional = entryOf(input, user.agency);
  if (await storeUnlessTaken(tx, Professional, professional)) {
    await publishProfessionals(tx, [professional]);
    return { professional };
  }
  const known = await findProfessional(tx, { sub: input.sub });
  return known && isSame(known, professional) ? { professional: known } : { refusal: 'ALREADY_IN_DIRECTORY' };
};
