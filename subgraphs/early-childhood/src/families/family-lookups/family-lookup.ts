import { oneOf } from '@relais/platform/database/columns.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const LookupOutcome = enumOf('LookupOutcome', 'What somebody who looked for a family was told.', {
  FOUND: 'That a file exists.',
  NOT_FOUND: 'That no file exists.',
  TURNED_AWAY: 'Nothing: too many lookups within the hour.',
});
export type LookupOutcome = keyof typeof LookupOutcome;

/** Neither the surname nor the birth date asked for is kept: a log of them would be a register of names. */
@ObjectType({ description: 'Somebody asked whether a family has a file, before registering it.' })
@Entity('family_lookups')
@Index('family_lookups_by_time', ['askedAt', 'id'])
@Index('family_lookups_of_asker', ['askedBy', 'askedAt', 'id'])
@Check('family_lookup_outcome_is_known', oneOf('outcome', LookupOutcome))
@Check('family_lookup_found_what_it_says', "(outcome = 'FOUND') = (cardinality(found_family_ids) > 0)")
export class FamilyLookup {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryColumn('uuid')
  id!: string;

  @Field(() => String, { description: 'Who asked, by the subject of the token.' })
  @Column('text', { name: 'asked_by' })
  askedBy!: string;

  @Field(() => DateTime, { description: 'When.' })
  @Column({ type: 'timestamptz', precision: 3, name: 'asked_at' })
  askedAt!: Date;

  @Field(() => LookupOutcome, { description: 'What the asker was told.' })
  @Column('text')
  outcome!: LookupOutcome;

  /** As they were called when somebody asked: families merged since are followed when the log is read. */
  @Column('uuid', { name: 'found_family_ids', array: true })
  foundFamilyIds!: string[];
}
