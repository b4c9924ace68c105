import { Field, InputType, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Somebody who, besides the family’s adults, may collect a child.' })
export class Collector {
  @Field(() => String, { description: 'Their name, as written down.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'At which number they are reached, as `+33612345678`; absent while nobody has said it.',
  })
  phone!: string | null;
}

@InputType({ description: 'Somebody who, besides the family’s adults, may collect a child.' })
export class CollectorInput {
  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Telephone, French or international; stored as `+33612345678`.',
  })
  phone?: string | null;
}
