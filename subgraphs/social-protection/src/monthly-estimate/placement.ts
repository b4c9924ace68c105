import { enumOf } from '@relais/platform/graphql/enums.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { Temporal } from 'temporal-polyfill';
import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { CareKind } from '../hourly-fee/hourly-fee.ts';
import { Family } from '../known-families/family.ts';

export const CentreKind = enumOf('CentreKind', 'What sort of establishment a centre is.', {
  MULTI_PURPOSE: 'Regular, occasional and emergency care under one roof (multi-accueil).',
  CRECHE: 'Collective crèche.',
  MICRO_CRECHE: 'Micro-crèche, 12 places at most.',
  FAMILY_CRECHE: 'Childminders employed by one service (crèche familiale).',
  PARENTAL_CRECHE: 'Run by the parents (crèche parentale).',
  KINDERGARTEN: 'For children from two years on (jardin d’enfants).',
});
export type CentreKind = keyof typeof CentreKind;

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Centre', { description: 'A childcare centre, here only for the scale it charges by.' })
export class Centre {
  @Field(() => ID, { description: 'Stable identifier.' })
  id!: string;

  @Directive('@external')
  @Field(() => CentreKind, { description: 'What sort of establishment it is.' })
  kind!: CentreKind;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Section', { description: 'A section of a centre.' })
export class Section {
  @Field(() => ID, { description: 'Stable identifier.' })
  id!: string;

  @Directive('@external')
  @Field(() => Centre, { description: 'The centre it belongs to.' })
  centre!: Centre;
}

/** A placement is early-childhood's; what its price needs of it is handed over with each question. */
@Directive('@key(fields: "id")')
@ObjectType('Placement', { description: 'A child’s agreed weekly hours in a section over a period.' })
export class Placement {
  @Field(() => ID, { description: 'Stable identifier.' })
  id!: string;

  @Directive('@external')
  @Field(() => CareKind, { description: 'The kind of care agreed.' })
  kind!: CareKind;

  @Directive('@external')
  @Field(() => CivilDate, { description: 'First day of the agreed hours.' })
  ordinaryFrom!: Temporal.PlainDate;

  @Directive('@external')
  @Field(() => CivilDate, { description: 'Last day.' })
  endsOn!: Temporal.PlainDate;

  @Directive('@external')
  @Field(() => Float, { description: 'Agreed hours of an ordinary week.' })
  weeklyHours!: number;

  @Directive('@external')
  @Field(() => Family, {
    nullable: true,
    description: 'The family that pays; absent where it is not shared with you.',
  })
  family!: Family | null;

  @Directive('@external')
  @Field(() => Section, { description: 'Where the child is.' })
  section!: Section;
}

const day = z.string().transform((text) => Temporal.PlainDate.from(text));

const reference = z.object({
  id: z.string(),
  kind: z.enum(CareKind),
  ordinaryFrom: day,
  endsOn: day,
  weeklyHours: z.number(),
  family: z.object({ id: z.string() }).nullable(),
  section: z.object({ centre: z.object({ kind: z.enum(CentreKind) }) }),
});

/** Over HTTP and in process alike, a reference carries days as text; asked for its id alone, it carries no more. */
export const placementReference = (given: Readonly<Record<string, unknown>>): Placement => {
  const { data } = reference.safeParse(given);
  return Object.assign(new Placement(), data ?? { id: String(given.id) });
};
