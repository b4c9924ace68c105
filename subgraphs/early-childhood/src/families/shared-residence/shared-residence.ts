import { ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Child } from '../families/child.ts';
import { Family } from '../families/family.ts';

@ObjectType({
  description: 'A child who lives by turns with two families (résidence alternée, code civil 373-2-9).',
})
@Entity('shared_residences')
@Index('shared_residences_of_family', ['otherFamilyId'])
export class SharedResidence {
  @ForeignKey(() => Child, { name: 'shared_residence_of_a_known_child' })
  @PrimaryColumn('uuid', { name: 'child_id' })
  childId!: string;

  @ForeignKey(() => Family, { name: 'shared_residence_with_a_known_family' })
  @Column('uuid', { name: 'other_family_id' })
  otherFamilyId!: string;
}
