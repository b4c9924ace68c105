import { Field, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';

@ObjectType({ description: 'A postal address.' })
export class Address {
  @Field(() => String, { description: 'Number and street.' })
  @Column('text')
  street!: string;

  @Field(() => String, { description: 'Five digits, for example 44000.' })
  @Column('text', { name: 'postal_code' })
  postalCode!: string;

  @Field(() => String, { description: 'City.' })
  @Column('text')
  city!: string;
}
