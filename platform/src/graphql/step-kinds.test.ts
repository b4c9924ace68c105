import { expect, it } from '@jest/globals';
import { GraphQLEnumType } from 'graphql';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { buildSchema } from './build-schema.ts';
import { enumOfSteps } from './step-kinds.ts';

const Kind = enumOfSteps('WalkStepKind', 'What was done on a walk.', {
  SET_OUT: { meaning: 'The walk began.', fr: 'Départ à {when}.', en: 'Set out at {when}.' },
  RESTED: { meaning: 'Somebody sat down.', fr: 'Pause.', en: 'Rest.' },
});

@ObjectType({ description: 'A walk.' })
class Walk {
  @Field(() => Kind, { description: 'Its last step.' })
  last!: keyof typeof Kind;
}

@Resolver(() => Walk)
class WalkResolver {
  @Query(() => Walk, { description: 'A walk.' })
  walk(): Walk {
    return { last: Kind.RESTED };
  }
}

it('makes an enum of the words, each described by what it means', () => {
  // Other files of this worker may have brought guarded fields, of which it is not asked here.
  const built = buildSchema({ resolvers: [WalkResolver], validate: false, authChecker: () => false });
  const type = built.getType('WalkStepKind');
  const values = type instanceof GraphQLEnumType ? type.getValues() : [];

  expect(values.map(({ name, value, description }) => [name, value, description])).toEqual([
    ['SET_OUT', 'SET_OUT', 'The walk began.'],
    ['RESTED', 'RESTED', 'Somebody sat down.'],
  ]);
});
