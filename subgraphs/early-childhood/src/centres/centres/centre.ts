import { civilDate, oneOf } from '@relais/platform/database/columns.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Address } from '../districts/address.ts';
import { District } from '../districts/district.ts';
import { Position } from '../districts/position.ts';
import { CareKind } from './care-kind.ts';
import { CentreKind, Facility, Operator } from './centre-kind.ts';
import type { CentreTerms } from './centre-terms.rules.ts';
import { EmergencyPlaces, emergencyPlacesColumn, HourlyPlaces, placesByHourColumn } from './hourly-places.ts';
import { OpeningHours } from './opening-hours.ts';
import { weeklyHoursColumn } from './weekly-hours.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'An authorised childcare establishment (EAJE).' })
@Entity('centres')
@Index('centres_of_district', ['districtId'])
@Check('centre_has_places', 'authorised_places > 0')
@Check('centre_kind_is_known', oneOf('kind', CentreKind))
@Check('centre_operator_is_known', oneOf('operator', Operator))
@Check(
  'centre_care_kinds_are_known',
  "care_kinds <@ array['LONG_TERM', 'SHORT_TERM', 'FLEXIBLE', 'EMERGENCY']",
)
@Check('centre_siret_has_14_digits', "siret ~ '^[0-9]{14}$'")
@Check('centre_finess_has_9_signs', "finess ~ '^[0-9][0-9AB][0-9]{7}$'")
@Unique('centre_siret_is_unique', ['siret'])
@Unique('centre_finess_is_unique', ['finess'])
@Unique('centre_city_id_is_unique', ['cityId'])
export class Centre {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryColumn('uuid')
  id!: string;

  @Field(() => String, { description: 'Name, as parents know it.' })
  @Column('text')
  name!: string;

  @Field(() => CentreKind, { description: 'What sort of establishment it is.' })
  @Column('text')
  kind!: CentreKind;

  @Field(() => Operator, { description: 'Who runs it.' })
  @Column('text')
  operator!: Operator;

  @Field(() => Address, { description: 'Where it is.' })
  @Column(() => Address, { prefix: '' })
  address!: Address;

  @Column('double precision')
  latitude!: number;

  @Column('double precision')
  longitude!: number;

  @ForeignKey(() => District, { name: 'centre_in_a_known_district' })
  @Column('uuid', { name: 'district_id' })
  districtId!: string;

  @Field(() => Int, {
    description:
      'Children who may be present at once, by its authorisation (code de la santé publique R2324-27).',
  })
  @Column('integer', { name: 'authorised_places' })
  authorisedPlaces!: number;

  @ListSize(4)
  @Field(() => [HourlyPlaces], {
    description:
      'Hours with fewer authorised places, in an ordinary week; none where they are always the same.',
  })
  @Column(placesByHourColumn)
  placesByHour!: HourlyPlaces[];

  @ListSize(5)
  @Field(() => [EmergencyPlaces], {
    description:
      'Places that its sections keep for emergencies, in an ordinary week; none unless the city voted some.',
  })
  @Column(emergencyPlacesColumn)
  emergencyPlaces!: EmergencyPlaces[];

  @ListSize(6)
  @Field(() => [OpeningHours], { description: 'Opening hours of an ordinary week.' })
  @Column(weeklyHoursColumn('opening_hours', () => new OpeningHours()))
  openingHours!: OpeningHours[];

  @ListSize(4)
  @Field(() => [Facility], { description: 'What it offers besides care.' })
  @Column('text', { array: true })
  facilities!: Facility[];

  @ListSize(4)
  @Field(() => [CareKind], { description: 'The kinds of care it offers.' })
  @Column('text', { name: 'care_kinds', array: true })
  careKinds!: CareKind[];

  @Field(() => Boolean, {
    description:
      'Keeps at least 20 % of its children for parents looking for work (à vocation d’insertion professionnelle).',
  })
  @Column('boolean', { name: 'is_avip' })
  isAvip!: boolean;

  /** What held, holds and will hold, each from its day; none where nothing was ever changed. */
  @Column('jsonb', { default: [] })
  terms!: CentreTerms[];

  @Field(() => CivilDate, {
    nullable: true,
    description: 'Its first day; absent when it was there before Relais.',
  })
  @Column({ ...civilDate, name: 'opened_on', nullable: true })
  openedOn!: Temporal.PlainDate | null;

  @Field(() => CivilDate, { nullable: true, description: 'The day from which it is closed for good.' })
  @Column({ ...civilDate, name: 'closed_from', nullable: true })
  closedFrom!: Temporal.PlainDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its SIRET in the national register of businesses, 14 digits; absent when not known.',
  })
  @Column('text', { nullable: true })
  siret!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its FINESS in the national file of establishments, 9 signs; absent when not known.',
  })
  @Column('text', { nullable: true })
  finess!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its id in the city’s own list; absent when not known.',
  })
  @Column('text', { name: 'city_id', nullable: true })
  cityId!: string | null;

  @Field(() => Int, { description: 'Counts its changes.' })
  @Column('integer', { default: 1 })
  version!: number;

  @Field(() => Position, { description: 'Where it stands on the map.' })
  get position(): Position {
    return { latitude: this.latitude, longitude: this.longitude };
  }
}
