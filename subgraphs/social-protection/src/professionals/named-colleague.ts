import type { User } from '@relais/platform/auth/user.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { findProfessional } from '@relais/platform/professionals/professional.queries.ts';
import { type Professional, ProfessionalRole } from '@relais/platform/professionals/professional.ts';
import { Field, ID, InputType } from 'type-graphql';
import { signedInProfessional } from './know-professional.ts';

const IGNORED = 'The directory knows it; what is sent here is ignored.';

@InputType({
  description: 'A colleague of whichever agency, as the directory knows them: by `id`, or by `sub`.',
})
export class ProfessionalInput {
  @Field(() => ID, { nullable: true, description: 'The `id` in the directory; see `professionals`.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'The sign-in, as the `sub` of the token says it.' })
  sub?: string | null;

  @Field(() => String, { nullable: true, description: 'First and last name.', deprecationReason: IGNORED })
  name?: string | null;

  @Field(() => ProfessionalRole, {
    nullable: true,
    description: 'What the professional does.',
    deprecationReason: IGNORED,
  })
  role?: ProfessionalRole | null;

  @Field(() => String, {
    nullable: true,
    description: 'The agency the professional works for.',
    deprecationReason: IGNORED,
  })
  agency?: string | null;
}

/** The entry of the colleague an input names, of who is signed in when it names nobody; `null` when there is none. */
export const namedColleague = async (
  tx: Transaction,
  named: ProfessionalInput | null | undefined,
  user: User,
): Promise<Professional | null> => {
  const self = await signedInProfessional(tx, user);
  return named ? findProfessional(tx, named) : self;
};
