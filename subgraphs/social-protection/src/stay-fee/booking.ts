import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { CareKind } from '../hourly-fee/hourly-fee.ts';
import { Family } from '../known-families/family.ts';
import { CentreKind, Section } from '../monthly-estimate/placement.ts';

/** A booking is early-childhood's; what its price needs of it is handed over with each question. */
@Directive('@key(fields: "id")')
@ObjectType('Booking', { description: 'One stretch of time of one child in one section.' })
export class Booking {
  @Field(() => ID, { description: 'Stable identifier.' })
  id!: string;

  @Directive('@external')
  @Field(() => CareKind, { description: 'The kind of care booked.' })
  kind!: CareKind;

  @Directive('@external')
  @Field(() => DateTime, { description: 'When care starts.' })
  startsAt!: Date;

  @Directive('@external')
  @Field(() => Int, { nullable: true, description: 'Half-hours due; absent where they are not shared.' })
  halfHoursDue!: number | null;

  @Directive('@external')
  @Field(() => Family, { nullable: true, description: 'The family that pays.' })
  family!: Family | null;

  @Directive('@external')
  @Field(() => Section, { description: 'Where the child is looked after.' })
  section!: Section;
}

const reference = z.object({
  id: z.string(),
  kind: z.enum(CareKind),
  startsAt: z.coerce.date(),
  halfHoursDue: z.number(),
  family: z.object({ id: z.string() }).nullable(),
  section: z.object({ centre: z.object({ kind: z.enum(CentreKind) }) }),
});

/** Over HTTP and in process alike, a reference carries instants as text; asked for its id alone, it carries no more. */
export const bookingReference = (given: Readonly<Record<string, unknown>>): Booking => {
  const { data } = reference.safeParse(given);
  return Object.assign(new Booking(), data ?? { id: String(given.id) });
};
