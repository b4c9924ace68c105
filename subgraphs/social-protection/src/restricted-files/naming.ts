import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { findProfessional } from '@relais/platform/professionals/professional.queries.ts';
import type { Professional } from '@relais/platform/professionals/professional.ts';
import { Field, InputType } from 'type-graphql';
import { ProfessionalInput } from '../professionals/named-colleague.ts';
import type { Restriction } from './restriction.ts';

/** What is said whenever names are given. */
@InputType()
export abstract class NamingInput {
  @Field(() => String, { description: 'Why; 4,000 characters at most. Those who read the file read it.' })
  reason!: string;

  @Field(() => [ProfessionalInput], {
    description:
      'The coordinators of the service point who read it, one at least, beside its support team, its advisors and whom a referral names.',
  })
  named!: ProfessionalInput[];

  @Field(() => [ProfessionalInput], {
    defaultValue: [],
    description: 'Who never reads it, whatever ties them to the family: the colleague whose own it is.',
  })
  barred!: ProfessionalInput[];
}

const found = async (
  tx: Transaction,
  named: readonly ProfessionalInput[],
): Promise<(Professional | null)[]> => {
  const all: (Professional | null)[] = [];
  for (const each of named) all.push(await findProfessional(tx, each));
  return all;
};

/** Who is meant, as the directory knows them. */
export const whoIsMeant = async (tx: Transaction, { reason, named, barred }: NamingInput) => ({
  reason,
  named: await found(tx, named),
  barred: await found(tx, barred),
});

const subsOf = (people: readonly (Professional | null)[]): string[] => [
  ...new Set(people.flatMap((each) => each?.sub ?? [])),
];

type Meant = Awaited<ReturnType<typeof whoIsMeant>>;

/** What begins with these names. */
export const begunWith = (
  { reason, named, barred }: Meant,
  { user, now }: ActingUser,
): Omit<Restriction, 'id' | 'familyId' | 'agency'> => ({
  reason,
  namedSubs: subsOf(named),
  barredSubs: subsOf(barred),
  beganAt: now,
  beganBySub: user.sub,
  endedAt: null,
  endedBySub: null,
  endReason: null,
  version: 1,
});
