import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Outline } from './place.rules.ts';
import { Position } from './position.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'One of the 11 districts (quartiers) of Nantes.' })
@Entity('districts')
@Unique('district_number_is_unique', ['number'])
export class District {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryColumn('uuid')
  id!: string;

  @Field(() => Int, { description: 'Official number, 1 to 11 (Nantes Métropole open data).' })
  @Column('integer')
  number!: number;

  @Field(() => String, { description: 'Official name.' })
  @Column('text')
  name!: string;

  @Column('double precision')
  latitude!: number;

  @Column('double precision')
  longitude!: number;

  /** Corners of its border; long, so it is read only where it is needed. Empty when not known. */
  @Column('jsonb', { default: [], select: false })
  outline?: Outline;

  @Field(() => Position, { description: 'Centroid of the district.' })
  get position(): Position {
    return { latitude: this.latitude, longitude: this.longitude };
  }
}
