import { civilDate, oneOf } from '@relais/platform/database/columns.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import type { Temporal } from 'temporal-polyfill';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Centre } from '../../centres/centres/centre.ts';

export const StaffRatio = enumOf(
  'StaffRatio',
  'How many children an adult may be with, as the centre chooses (code de la santé publique R2324-46-4).',
  {
    BY_WALKING: 'One adult for five children who do not walk, and one for eight who do.',
    ONE_FOR_SIX: 'One adult for six children, whether they walk or not.',
  },
);
export type StaffRatio = keyof typeof StaffRatio;

/** The ratio that a centre keeps to from a day on. */
@Entity('staff_ratios')
@Check('staff_ratio_is_known', oneOf('ratio', StaffRatio))
export class ChosenRatio {
  @ForeignKey(() => Centre, { name: 'staff_ratio_of_a_known_centre' })
  @PrimaryColumn('uuid', { name: 'centre_id' })
  centreId!: string;

  @PrimaryColumn({ ...civilDate, name: 'from_day' })
  fromDay!: Temporal.PlainDate;

  @Column('text')
  ratio!: StaffRatio;

  @Column('timestamptz', { name: 'chosen_at' })
  chosenAt!: Date;

  @Column('text', { name: 'chosen_by' })
  chosenBy!: string;
}
