import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { saidOr, wouldChange } from '@relais/platform/database/would-change.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { asWritten } from '@relais/platform/names.rules.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Adult } from '../../families/families/adult.ts';
import { childrenOfFamilies, mayChangeHome } from '../../families/families/family.queries.ts';
import { internationalPhone } from '../../families/families/phone.rules.ts';
import { adultRefusal } from '../registration/family.rules.ts';
import { type HouseholdQuestion, householdQuestion } from '../registration/household-questions.rules.ts';
import { adultChanged } from '../registration/member.changes.ts';
import { lockAdult } from './household-changes.queries.ts';
import { correctAdultReasons } from './household-changes.reasons.ts';

@InputType({ description: 'What to write down otherwise of an adult; what is absent stays.' })
export class CorrectAdultInput extends Confirmable {
  @Field(() => ID, { description: 'The adult.' })
  adultId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'First name.' })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'Last name.' })
  lastName?: string | null;

  @Field(() => CivilDate, { nullable: true, description: 'Day of birth; `null` when it is not known.' })
  birthDate?: Temporal.PlainDate | null;

  @Field(() => String, { nullable: true, description: 'Telephone; `null` when there is none.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Language to speak in, as a BCP 47 tag.' })
  preferredLanguage?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether an interpreter is needed.' })
  needsInterpreter?: boolean | null;
}

@ObjectType({ description: 'The adult as written down now, or why nothing was.' })
export class CorrectAdultPayload extends payloadOf(
  'CorrectAdult',
  correctAdultReasons,
  'Why not; absent when corrected.',
) {
  @Field(() => Adult, { nullable: true, description: 'The adult; absent when refused.' })
  adult?: Adult;
}

type Result = { readonly adult: Adult } | Refused<Word<typeof correctAdultReasons>>;

const correctionOf = (adult: Adult, input: CorrectAdultInput) => ({
  firstName: asWritten(input.firstName ?? adult.firstName),
  lastName: asWritten(input.lastName ?? adult.lastName),
  birthDate: saidOr(adult.birthDate, input.birthDate),
  phone: saidOr(adult.phone, input.phone),
  preferredLanguage: input.preferredLanguage ?? adult.preferredLanguage,
  needsInterpreter: input.needsInterpreter ?? adult.needsInterpreter,
});

/** Only a day of birth that is corrected is asked about. */
const questionAbout = async (
  tx: Transaction,
  { familyId }: Adult,
  { birthDate, confirmed }: CorrectAdultInput,
  now: Date,
): Promise<HouseholdQuestion | null> => {
  if (confirmed || !birthDate) return null;
  const [children = []] = await childrenOfFamilies(tx, [familyId]);
  return householdQuestion([{ birthDate }], children, dayOf(now));
};

export const correctAdult = async (
  tx: Transaction,
  input: CorrectAdultInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now } = acting;
  const locked = await lockAdult(tx, input.adultId, acting);
  if (!locked) return { refusal: 'UNKNOWN_ADULT' };
  const { family, member: adult } = locked;
  if (input.phone !== undefined && !(await mayChangeHome(tx, family.id, acting)))
    return { refusal: 'ADDRESS_PROTECTED' };
  if (adult.version !== input.version) return { refusal: 'STALE_VERSION' };
  const correction = correctionOf(adult, input);
  const refusal = adultRefusal(correction, dayOf(now)) ?? (await questionAbout(tx, adult, input, now));
  if (refusal) return { refusal };

  const phone = correction.phone ? internationalPhone(correction.phone) : null;
  const corrected = { ...correction, phone };
  if (!wouldChange(adult, corrected)) return { adult };
  const stored = await store(tx, Adult, adult, corrected);
  await adultChanged(tx, family, adult, 'ADULT_CORRECTED', acting);
  return { adult: stored };
};
