import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A seat in a shared car.' })
@Entity('rides')
export class Ride {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'milestone_id' })
  milestoneId!: string;

  @Field(() => String, { description: 'First name of who drives.' })
  @Column('text')
  driver!: string;

  @Field(() => DateTime, { description: 'When the car leaves.' })
  @Column('timestamptz', { name: 'leaves_at' })
  leavesAt!: Date;
}
