import { DateTime } from '@relais/platform/graphql/scalars.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { Field, InputType, ObjectType } from 'type-graphql';
import type { ColumnOptions } from 'typeorm';

@ObjectType({ description: 'Short hours in which a child gets used to the centre, within one local day.' })
export class FamiliarisationStay {
  @Field(() => DateTime, { description: 'When it starts, on the half-hour.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends, on the half-hour.' })
  endsAt!: Date;
}

@InputType({ description: 'Short hours in which a child gets used to the centre, within one local day.' })
export class FamiliarisationStayInput {
  @Field(() => DateTime, { description: 'When it starts, on the half-hour.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends, the same day, on the half-hour.' })
  endsAt!: Date;
}

type StoredStay = { readonly startsAt: string; readonly endsAt: string };

/** They are always read with their placement, so they live in its row as JSON. */
export const familiarisationColumn: ColumnOptions = {
  type: 'jsonb',
  default: [],
  transformer: {
    from: (stored: readonly StoredStay[]) =>
      stored.map(({ startsAt, endsAt }) =>
        Object.assign(new FamiliarisationStay(), { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }),
      ),
    to: (stays: readonly Period[] | undefined) =>
      stays?.map(
        ({ startsAt, endsAt }): StoredStay => ({
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
        }),
      ),
  },
};
