import { DateTime } from '@relais/platform/graphql/scalars.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { Field, ObjectType } from 'type-graphql';
import type { ColumnOptions } from 'typeorm';

@ObjectType({ description: 'A dated stretch of one local day for which care is needed.' })
export class CareStretch {
  @Field(() => DateTime, { description: 'When it starts, on the half-hour.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends, on the half-hour.' })
  endsAt!: Date;
}

type StoredStretch = { readonly startsAt: string; readonly endsAt: string };

/** Stretches are always read with their owner, so they live in its row as JSON. */
export const stretchesColumn = (name: string): ColumnOptions => ({
  name,
  type: 'jsonb',
  transformer: {
    from: (stored: readonly StoredStretch[]) =>
      stored.map(({ startsAt, endsAt }) =>
        Object.assign(new CareStretch(), { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }),
      ),
    to: (stretches: readonly Period[] | undefined) =>
      stretches?.map(
        ({ startsAt, endsAt }): StoredStretch => ({
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
        }),
      ),
  },
});
