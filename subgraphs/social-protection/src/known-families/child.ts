import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Child', { description: 'A child, named by the service point.' })
export class Child {
  @Field(() => ID, { description: 'The same in all three agencies.' })
  id!: string;
}
