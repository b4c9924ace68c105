import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, ObjectType } from 'type-graphql';
import { Placement } from '../placements/placement.ts';
import { admissionMessages } from './admission.messages.ts';
import type { AdmitChildRefusalReason } from './admit-child.ts';

export const AdmitChildRefusal = refusalOfCatalogue<AdmitChildRefusalReason>(
  'AdmitChildRefusal',
  {
    UNKNOWN_CARE_REQUEST: 'No request has this id.',
    STALE_VERSION: 'The request changed since it was read.',
    STEP_NOT_ALLOWED: 'The request has no accepted offer, or it is placed already.',
    CONFLICT: 'This id was already used for another placement.',
    NOT_AN_AVIP_CENTRE: 'Only an AVIP centre keeps places for parents who look for work.',
    OVER_SIX_MONTHS: 'The offer is for longer than the six months of an insertion contract.',
  },
  admissionMessages,
);

@ObjectType({ description: 'The placement of the child that was admitted, or why it was not.' })
export class AdmitChildPayload {
  @Field(() => Placement, { nullable: true, description: 'The placement; absent when refused.' })
  placement?: Placement;

  @Field(() => AdmitChildRefusal, {
    nullable: true,
    description: 'Why the child was not admitted; absent when it was.',
  })
  refusal?: InstanceType<typeof AdmitChildRefusal>;
}
