import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { KnownFamily } from './known-family.ts';

/** An adult of a family that the service point has registered. */
@Directive('@key(fields: "id")')
@ObjectType('Adult', { description: 'An adult of a family known to the service point.' })
@Entity('known_adults')
@Index('known_adults_by_family', ['familyId'])
export class KnownAdult {
  @Field(() => ID, { description: 'The id under which all three agencies know the adult.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'known_adults_pkey' })
  id!: string;

  @ForeignKey(() => KnownFamily, { name: 'known_adult_belongs_to_a_known_family', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'family_id' })
  familyId!: string;
}
