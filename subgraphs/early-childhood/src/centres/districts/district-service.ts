import { civilDate } from '@relais/platform/database/columns.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { District } from './district.ts';

@ObjectType({ description: 'From when the families of a district are served.' })
@Entity('district_services')
export class DistrictService {
  @ForeignKey(() => District, { name: 'service_of_a_known_district' })
  @PrimaryColumn('uuid', { name: 'district_id' })
  districtId!: string;

  @Field(() => CivilDate, { description: 'The first day on which a request of these families is taken.' })
  @Column({ ...civilDate, name: 'served_from' })
  servedFrom!: Temporal.PlainDate;

  @Field(() => String, { description: 'To whom these families turn until then, as staff tell them.' })
  @Column('text', { name: 'turn_to' })
  turnTo!: string;

  @Column('timestamptz', { name: 'said_at' })
  saidAt!: Date;

  @Column('text', { name: 'said_by' })
  saidBy!: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  @Column('integer')
  version!: number;
}
