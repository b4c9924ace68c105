import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Adult', { description: 'A parent, named by the service point.' })
export class Adult {
  @Field(() => ID, { description: 'The same in all three agencies.' })
  id!: string;

  familyId!: string;
}
