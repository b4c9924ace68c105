import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ID, ObjectType } from 'type-graphql';
import type { ColumnOptions } from 'typeorm';

@ObjectType({ description: 'Another solution that was proposed to a family while no place was free.' })
export class CareAlternative {
  @Field(() => ID, { description: 'By which it is named when another replaces it.' })
  id!: string;

  @Field(() => String, { description: 'The solution, in words the family understands.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Whom to ask about it, where known.' })
  contact!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The telephone number to call about it, in international form, where known.',
  })
  phone!: string | null;

  @Field(() => DateTime, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Who proposed it: the subject (`sub`) of the token; absent where it was not kept.',
  })
  proposedBy!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The one that was put in its place, with other words or another number; absent while it holds.',
  })
  replacedById!: string | null;
}

type Stored = Omit<CareAlternative, 'proposedAt'> & { readonly proposedAt: string };

/** They are always read with their request, so they live in its row as JSON. */
export const alternativesColumn: ColumnOptions = {
  name: 'alternatives',
  type: 'jsonb',
  transformer: {
    from: (stored: readonly Stored[]) =>
      stored.map(({ proposedAt, ...rest }) =>
        Object.assign(new CareAlternative(), { ...rest, proposedAt: new Date(proposedAt) }),
      ),
    to: (alternatives: readonly CareAlternative[] | undefined) =>
      alternatives?.map(
        ({ proposedAt, ...rest }): Stored => ({ ...rest, proposedAt: proposedAt.toISOString() }),
      ),
  },
};
