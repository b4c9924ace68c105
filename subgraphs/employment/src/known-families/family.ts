import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Family', { description: 'A family known to the service point.' })
export class Family {
  @Field(() => ID, { description: 'The id under which all three agencies know the family.' })
  id!: string;
}
