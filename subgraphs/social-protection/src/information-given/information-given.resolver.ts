import { inMutation } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Adult } from '../known-families/adult.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import {
  CorrectInformationGivenInput,
  CorrectInformationGivenPayload,
  correctInformationGiven,
} from './correct-information-given.ts';
import { standing } from './information-given.rules.ts';
import { InformationGiven } from './information-given.ts';
import {
  RecordInformationGivenInput,
  RecordInformationGivenPayload,
  recordInformationGiven,
} from './record-information-given.ts';

@Resolver(() => InformationGiven)
export class InformationGivenResolver {
  @FieldResolver(() => Family, {
    nullable: true,
    description: 'The family; absent where it is not shared with you.',
  })
  family(@Root() { familyId }: InformationGiven): Family {
    return { id: familyId };
  }

  @FieldResolver(() => Adult, { nullable: true, description: 'The adult whom it was explained to.' })
  adult(@Root() { adultId, familyId }: InformationGiven): Adult {
    return { id: adultId, familyId };
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Who explained it.' })
  givenBy(
    @Root() { givenBySub }: InformationGiven,
    @Ctx() { loaders }: Context,
  ): Promise<Professional | null> {
    return loaders.professionalBySub.load(givenBySub);
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Who wrote it down.' })
  recordedBy(
    @Root() { recordedBySub }: InformationGiven,
    @Ctx() { loaders }: Context,
  ): Promise<Professional | null> {
    return loaders.professionalBySub.load(recordedBySub);
  }

  @FieldResolver(() => InformationGiven, {
    nullable: true,
    description: 'What was written down before, which this one puts right; absent of what is no correction.',
  })
  async corrects(
    @Root() { correctsId, familyId }: InformationGiven,
    @Ctx() { loaders }: Context,
  ): Promise<InformationGiven | null> {
    if (!correctsId) return null;
    const all = await loaders.informationOfFamily.load(familyId);
    return all.find(({ id }) => id === correctsId) ?? null;
  }

  @Authorized<Permission>('information:write')
  @Mutation(() => RecordInformationGivenPayload, {
    description:
      'Keeps what was explained to a family about its file: that agencies share it, that it may object, who reads it.',
  })
  async recordInformationGiven(
    @Arg('input', () => RecordInformationGivenInput, { description: 'What, to whom, when and how.' })
    input: RecordInformationGivenInput,
    @Ctx() context: Context,
  ): Promise<RecordInformationGivenPayload> {
    return RecordInformationGivenPayload.of(
      await inMutation(context, (tx, acting) => recordInformationGiven(tx, input, acting), {
        information_given_pkey: 'CONFLICT',
      }),
    );
  }

  @Authorized<Permission>('information:write')
  @Mutation(() => CorrectInformationGivenPayload, {
    description: 'Puts right what was written down of it; what was written before stays readable.',
  })
  async correctInformationGiven(
    @Arg('input', () => CorrectInformationGivenInput, { description: 'What was otherwise, and why.' })
    input: CorrectInformationGivenInput,
    @Ctx() context: Context,
  ): Promise<CorrectInformationGivenPayload> {
    return CorrectInformationGivenPayload.of(
      await inMutation(context, (tx, acting) => correctInformationGiven(tx, input, acting), {
        information_corrected_once: 'CORRECTED_ALREADY',
      }),
    );
  }
}

@Resolver(() => Family)
export class FamilyInformationGivenResolver {
  @Authorized<Permission>('information:read')
  @ListSize(3)
  @FieldResolver(() => [InformationGiven], {
    nullable: true,
    description: 'What was explained to the family about its file, latest first, as it was corrected.',
  })
  async informationGiven(@Root() { id }: Family, @Ctx() { loaders }: Context): Promise<InformationGiven[]> {
    return standing(await loaders.informationOfFamily.load(id));
  }
}
