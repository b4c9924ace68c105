import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Adult', { description: 'An adult of a family known to the service point.' })
export class Adult {
  @Field(() => ID, { description: 'The id under which all three agencies know the adult.' })
  id!: string;

  readonly familyId!: string;
}
