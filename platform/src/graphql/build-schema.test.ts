import { expect, it } from '@jest/globals';
import { isObjectType } from 'graphql';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { buildSchema } from './build-schema.ts';

@ObjectType({ description: 'A ride.' })
class Ride {
  @Field(() => Date, { description: 'When it began.' })
  begunAt!: Date;
}

@Resolver(() => Ride)
class RideResolver {
  @Query(() => Ride, { description: 'A ride.' })
  ride(): Ride {
    return { begunAt: new Date() };
  }
}

it('has one scalar for every instant, however its field is declared', () => {
  const built = buildSchema({ resolvers: [RideResolver], validate: false, authChecker: () => false });
  const ride = built.getType('Ride');
  expect(isObjectType(ride) && String(ride.getFields().begunAt?.type)).toBe('DateTime!');
  expect(built.getType('DateTimeISO')).toBeUndefined();
});
