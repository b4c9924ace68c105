import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Centre } from '../../centres/centres/centre.ts';
import { CentreFact } from './centre-fact.ts';

@ObjectType({
  description:
    'A row of a city’s list of centres of which something is missing. It is no centre yet: nobody can book a place in it.',
})
@Entity('listed_centres')
@Index('listed_centres_of_centre', ['centreId'])
@Check(
  'listed_centre_lacks_known_facts',
  "missing <@ array['KIND', 'OPERATOR', 'ADDRESS', 'POSITION', 'PLACES', 'OPENING_HOURS', 'CARE_KINDS', 'SECTIONS']",
)
@Check('listed_centre_is_a_centre_or_incomplete', '(centre_id is null) = (cardinality(missing) > 0)')
export class ListedCentre {
  @Field(() => String, { description: 'Whose list it is.' })
  @PrimaryColumn('text')
  source!: string;

  /** The id that the source gives it, else its name and street as they are compared. */
  @PrimaryColumn('text')
  key!: string;

  @Field(() => String, { nullable: true, description: 'Its id in that list; absent when it has none.' })
  @Column('text', { name: 'source_id', nullable: true })
  sourceId!: string | null;

  @Field(() => String, { description: 'Name.' })
  @Column('text')
  name!: string;

  @Field(() => String, { description: 'Number and street.' })
  @Column('text')
  street!: string;

  @Field(() => String, { nullable: true, description: 'Postal code; absent when the list does not say it.' })
  @Column('text', { name: 'postal_code', nullable: true })
  postalCode!: string | null;

  @Field(() => String, { nullable: true, description: 'City; absent when the list does not say it.' })
  @Column('text', { nullable: true })
  city!: string | null;

  /** The centre that it is; none while something is missing. */
  @ForeignKey(() => Centre, { name: 'listed_centre_is_a_known_centre' })
  @Column('uuid', { name: 'centre_id', nullable: true })
  centreId!: string | null;

  @ListSize(4)
  @Field(() => [CentreFact], { description: 'What the list does not say of it.' })
  @Column('text', { array: true })
  missing!: CentreFact[];

  @Field(() => Date, { description: 'When the list last said something new of it.' })
  @Column('timestamptz', { name: 'listed_at' })
  listedAt!: Date;

  @Column('text', { name: 'listed_by' })
  listedBy!: string;
}
