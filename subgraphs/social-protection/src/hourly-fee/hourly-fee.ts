import { enumOf } from '@relais/platform/graphql/enums.ts';
import { type Catalogue, type Language, say } from '@relais/platform/messages.ts';
import { Ctx, Field, Int, ObjectType } from 'type-graphql';
import { feeMessages } from './hourly-fee.messages.ts';

export const CareKind = enumOf('CareKind', 'The four kinds of early childcare.', {
  LONG_TERM: 'Regular care, known in advance and recurring (accueil régulier).',
  SHORT_TERM: 'Occasional care, known in advance (accueil occasionnel).',
  FLEXIBLE: 'A few hours or unusual hours (horaires atypiques).',
  EMERGENCY: 'Care that could not be foreseen (accueil d’urgence).',
});
export type CareKind = keyof typeof CareKind;

export const TariffKind = enumOf('TariffKind', 'Which scale of the CNAF a centre charges by.', {
  COLLECTIVE: 'Collective care: multi-purpose centres, crèches, kindergartens.',
  MICRO_CRECHE: 'Micro-crèches: the family scale until 31 August 2019, the collective scale since.',
  FAMILY_AND_PARENTAL: 'Family crèches and parental crèches.',
});
export type TariffKind = keyof typeof TariffKind;

export const HourlyFeeReason = enumOf(
  'HourlyFeeReason',
  'Where an hourly fee comes from, or why there is none yet.',
  {
    COMPUTED: 'Monthly resources × rate.',
    FLOOR: 'Resources lie under the floor of the scale: floor × rate.',
    CEILING: 'Resources lie over the ceiling of the scale: ceiling × rate.',
    FLOOR_FOR_EMERGENCY: 'Resources are unknown and the care is an emergency: floor × rate for one child.',
    RESOURCES_UNKNOWN: 'Resources of year N−2 are not recorded: no fee yet.',
    NO_SCALE: 'The day of care lies before the first scale known here (2018).',
  },
);
export type HourlyFeeReason = keyof typeof HourlyFeeReason;

export const FigureConfidence = enumOf('FigureConfidence', 'How sure a figure of the scale is.', {
  READ_IN_SOURCE: 'Read in the named source.',
  COMMON_KNOWLEDGE: 'Known to practitioners, not found in an opened document.',
  DERIVED: 'Calculated from figures that were read.',
});
export type FigureConfidence = keyof typeof FigureConfidence;

/** What a reader of the fee must also know. */
export type FeeNote = 'BEYOND_TEN_CHILDREN' | 'SCALE_NOT_YET_PUBLISHED';
export type FeeMessage = HourlyFeeReason | FeeNote;
export type FeeMessages = Catalogue<FeeMessage>;

export type FeeAnswer = {
  readonly cents: number | null;
  readonly reason: HourlyFeeReason;
  readonly resourcesYear: number;
  readonly notes: readonly FeeNote[];
};

@ObjectType({ description: 'The family contribution for one hour of care (CNAF scale).' })
export class HourlyFee {
  @Field(() => Int, { nullable: true, description: 'Euro cents per hour; absent when there is no fee yet.' })
  cents!: number | null;

  @Field(() => HourlyFeeReason, { description: 'Where the fee comes from, or why there is none.' })
  reason!: HourlyFeeReason;

  resourcesYear!: number;
  notes!: readonly FeeNote[];

  @Field(() => String, { description: 'The reason as a sentence, in the language of `Accept-Language`.' })
  message(@Ctx() { language }: { language: Language }): string {
    const keys: FeeMessage[] = [this.reason, ...this.notes];
    return keys.map((key) => say(feeMessages, language, key, { year: this.resourcesYear })).join(' ');
  }

  static of(answer: FeeAnswer): HourlyFee {
    return Object.assign(new HourlyFee(), answer);
  }
}
