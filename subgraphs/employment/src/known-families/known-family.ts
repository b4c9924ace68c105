import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A family that the service point has registered: what this agency keeps of it (events tell the rest). */
@Directive('@key(fields: "id")')
@ObjectType('Family', { description: 'A family known to the service point.' })
@Entity('known_families')
@Index('known_families_merged', ['mergedInto'], { where: 'merged_into is not null' })
export class KnownFamily {
  @Field(() => ID, { description: 'The id under which all three agencies know the family.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'known_families_pkey' })
  id!: string;

  @Column('text')
  reference!: string;

  /** That of the family at its owner: an older event changes nothing. */
  @Column('integer')
  version!: number;

  /** Where it lives now, when that is known: figures are counted by it. */
  @Column('uuid', { name: 'district_id', nullable: true })
  districtId!: string | null;

  /** The family that stays, when the service point merged this one into it; never one that is merged itself. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;
}
