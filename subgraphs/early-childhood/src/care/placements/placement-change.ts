import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Reasons, Refused } from '@relais/platform/graphql/reasons.ts';
import { Previewable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UncoveredMilestone } from '../../cover/childcare-cover/uncovered-milestone.ts';
import type { WouldBe } from './as-it-would-be.ts';
import { ObstructedStay, type RefusedPlacementStay } from './obstructed-stay.ts';
import { Placement } from './placement.ts';

/** A placement as changed, and the milestones that its change leaves without care. */
export type ChangedPlacement = {
  readonly placement: Placement;
  readonly uncoveredMilestones: UncoveredMilestone[];
  /** Of a preview: what the fields of the placement would answer. */
  readonly wouldBe?: WouldBe;
};

export type PlacementResult<Word extends string> =
  | ChangedPlacement
  | (Refused<Word> & { readonly obstructed?: readonly RefusedPlacementStay[] });

/** What the input of every such change names. */
@InputType()
export abstract class PlacementChangeInput extends Previewable {
  @Field(() => ID, { description: 'The placement.' })
  placementId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;
}

/** What every payload of such a change says of itself. */
export const CHANGED = { description: 'The placement as changed, or why it stays as it was.' };

/** What the payload of a mutation that changes a placement extends; `name` is that of the mutation, in capitals as types are. */
export const placementPayloadOf = <Word extends string>(name: string, table: Reasons<Word>) => {
  @ObjectType()
  abstract class Payload extends payloadOf(name, table, 'Why nothing was changed; absent when it was.') {
    @Field(() => Placement, {
      nullable: true,
      description: 'The placement as changed, or as it would be in a preview; absent when refused.',
    })
    placement?: Placement;

    @ListSize(20)
    @Field(() => [UncoveredMilestone], {
      description: 'The upcoming milestones that lose cover, first to last; none when refused.',
    })
    uncoveredMilestones: UncoveredMilestone[] = [];

    @ListSize(30)
    @Field(() => [ObstructedStay], {
      description:
        'With a refusal for lack of a place, a day without care or another obstacle: up to 20 of the stretches it concerns.',
    })
    lackingStays: ObstructedStay[] = [];
  }
  return Payload;
};
