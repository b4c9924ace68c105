import { civilDate, oneOf } from '@relais/platform/database/columns.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate, DateTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type Explanation, explanationColumn } from '../../care/place-explanations/place-explanation.ts';
import { PatternLine } from '../../care/placements/pattern-line.ts';
import { Section } from '../../centres/centres/section.ts';
import { weeklyHoursColumn } from '../../centres/centres/weekly-hours.ts';
import { CareRequest } from '../care-requests/care-request.ts';
import { CareStretch, stretchesColumn } from '../care-requests/care-stretch.ts';
import { CareOfferStatus } from './care-offer-status.ts';

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'A place offered for a care request: it is held until the family answers or the offer expires.',
})
@Entity('care_offers')
@Index('care_offers_of_request', ['careRequestId', 'offeredAt'])
@Index('care_offer_open_once_per_request', ['careRequestId'], { unique: true, where: "status = 'OPEN'" })
@Index('care_offers_of_section', ['sectionId'])
@Index('care_offers_standing', ['expiresAt', 'id'], { where: "status in ('OPEN', 'ACCEPTED')" })
@ForeignKey(() => Section, ['sectionId', 'centreId'], ['id', 'centreId'], {
  name: 'care_offer_in_a_section_of_its_centre',
})
@Check('care_offer_status_is_known', oneOf('status', CareOfferStatus))
@Check('care_offer_starts_before_it_ends', 'first_day <= last_day')
@Check('care_offer_lasts_a_year_at_most', "last_day < first_day + interval '12 months'")
@Check('care_offer_is_weekly_or_dated', "(weekly_pattern = '[]') <> (stretches = '[]')")
@Check('care_offer_ended_with_a_reason', "(status in ('DECLINED', 'WITHDRAWN')) = (end_reason is not null)")
export class CareOffer {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => CareRequest, { name: 'care_offer_for_a_known_request' })
  @Column('uuid', { name: 'care_request_id' })
  careRequestId!: string;

  @Column('uuid', { name: 'section_id' })
  sectionId!: string;

  @Column('uuid', { name: 'centre_id' })
  centreId!: string;

  @Field(() => CareOfferStatus, { description: 'Where it stands in its life.' })
  @Column('text')
  status!: CareOfferStatus;

  @Field(() => CivilDate, { description: 'First day of the care offered.' })
  @Column({ ...civilDate, name: 'first_day' })
  firstDay!: Temporal.PlainDate;

  @Field(() => CivilDate, { description: 'Last day of the care offered.' })
  @Column({ ...civilDate, name: 'last_day' })
  lastDay!: Temporal.PlainDate;

  @ListSize(5)
  @Field(() => [PatternLine], {
    description: 'Long-term and flexible care: the hours offered in an ordinary week; empty otherwise.',
  })
  @Column(weeklyHoursColumn('weekly_pattern', () => new PatternLine()))
  weeklyPattern!: PatternLine[];

  @ListSize(2)
  @Field(() => [CareStretch], {
    description: 'Short-term and emergency care: the stretches offered, first to last; empty otherwise.',
  })
  @Column(stretchesColumn('stretches'))
  stretches!: CareStretch[];

  @Field(() => DateTime, { description: 'Until when the family can accept it.' })
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Field(() => DateTime, { description: 'When it was made.' })
  @Column('timestamptz', { name: 'offered_at' })
  offeredAt!: Date;

  @Field(() => String, { description: 'Who made it: the subject (`sub`) of the token.' })
  @Column('text', { name: 'offered_by' })
  offeredBy!: string;

  @Column(explanationColumn)
  explanation!: Explanation | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was declined or withdrawn, in the words of whoever recorded it; absent otherwise.',
  })
  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: string | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  @Column('integer')
  version!: number;
}
