import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Family', { description: 'A family known to the service point, here with its benefits.' })
export class Family {
  @Field(() => ID, { description: 'The same in all three agencies.' })
  id!: string;
}
