import { civilDay } from '@relais/platform/database/columns.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, ObjectType } from 'type-graphql';
import type { ColumnOptions } from 'typeorm';

@ObjectType({ description: 'An adult as somebody told of them before there was a file.' })
export class ToldAdult {
  @Field(() => String, { description: 'First name.' })
  firstName!: string;

  @Field(() => String, { description: 'Last name.' })
  lastName!: string;

  @Field(() => CivilDate, { nullable: true, description: 'Day of birth, where told.' })
  birthDate!: Temporal.PlainDate | null;

  @Field(() => String, { nullable: true, description: 'Telephone, as `+33612345678`, where told.' })
  phone!: string | null;

  @Field(() => String, { description: 'Language to speak in, as a BCP 47 tag.' })
  preferredLanguage!: string;

  @Field(() => Boolean, { description: 'An interpreter is needed.' })
  needsInterpreter!: boolean;
}

@ObjectType({ description: 'A child, born or expected, as somebody told of it before there was a file.' })
export class ToldChild {
  @Field(() => String, { nullable: true, description: 'First name; an expected child may have none yet.' })
  firstName!: string | null;

  @Field(() => String, { description: 'Last name.' })
  lastName!: string;

  @Field(() => CivilDate, { nullable: true, description: 'Day of birth; absent while it is expected.' })
  birthDate!: Temporal.PlainDate | null;

  @Field(() => CivilDate, { nullable: true, description: 'Day on which it is expected.' })
  expectedDate!: Temporal.PlainDate | null;
}

@ObjectType({ description: 'An address as it was told.' })
export class ToldAddress {
  @Field(() => String, { description: 'Number and street.' })
  street!: string;

  @Field(() => String, { description: 'Five digits.' })
  postalCode!: string;

  @Field(() => String, { description: 'City.' })
  city!: string;
}

@ObjectType({ description: 'What a family told of itself before it has a file.' })
export class ToldHousehold {
  @ListSize(2)
  @Field(() => [ToldAdult], { description: 'Its adults.' })
  adults!: ToldAdult[];

  @ListSize(5)
  @Field(() => [ToldChild], { description: 'Its children.' })
  children!: ToldChild[];

  @Field(() => ToldAddress, { nullable: true, description: 'Where it lives, where told.' })
  address!: ToldAddress | null;

  @Field(() => ID, { nullable: true, description: 'Its district, where told.' })
  districtId!: string | null;

  @Field(() => String, { description: 'What care it needs, in its words.' })
  wantedCare!: string;
}

/** Days are texts in JSON. */
type Stored<Kept> = {
  [Name in keyof Kept]: Kept[Name] extends Temporal.PlainDate | null ? string | null : Kept[Name];
};
type StoredHousehold = Omit<ToldHousehold, 'adults' | 'children'> & {
  adults: Stored<ToldAdult>[];
  children: Stored<ToldChild>[];
};

const dayIn = (text: string | null): Temporal.PlainDate | null => (text === null ? null : civilDay(text));

const read = ({ adults, children, ...told }: StoredHousehold): ToldHousehold => ({
  ...told,
  adults: adults.map((adult) => ({ ...adult, birthDate: dayIn(adult.birthDate) })),
  children: children.map((child) => ({
    ...child,
    birthDate: dayIn(child.birthDate),
    expectedDate: dayIn(child.expectedDate),
  })),
});

/** Read only as a whole, with its request: a row of its own for each of them would be one more place to forget. */
export const toldColumn: ColumnOptions = {
  type: 'jsonb',
  nullable: true,
  transformer: {
    from: (stored: StoredHousehold | null) => stored && read(stored),
    to: (told: ToldHousehold | null | undefined) => told,
  },
};
