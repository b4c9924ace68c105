import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Child } from './child.ts';

/** Apart from the child, so that the database shows them to those alone who may know; none of most children. */
@Entity('care_alerts')
@Check('care_alerts_say_something', 'cardinality(alerts) > 0')
export class CareAlerts {
  @ForeignKey(() => Child, { name: 'care_alerts_of_a_known_child' })
  @PrimaryColumn('uuid', { name: 'child_id' })
  childId!: string;

  @Column('text', { array: true })
  alerts!: string[];
}
