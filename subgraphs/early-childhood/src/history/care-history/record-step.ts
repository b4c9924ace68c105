import { storeNew } from '@relais/platform/database/store-new.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import type { SectionOfCentre } from '../../centres/centres/section.ts';
import { CareStep, type CareStepFacts } from './care-step.ts';

/** `subjectId` is that of the request, placement, booking, child… that the step is about. */
export type NewCareStep = Pick<CareStep, 'familyId' | 'subjectId' | 'kind' | 'at' | 'doneBy'> & {
  /** Only where something else refers to the step. */
  readonly id?: string;
  readonly childId?: string | null;
  readonly facts?: CareStepFacts;
};

/** Keeps who did what and when, in the transaction that does it. */
export const recordSteps = async (tx: Transaction, steps: readonly NewCareStep[]): Promise<void> => {
  const whole = steps.map((step) => ({ id: newId(), childId: null, facts: {}, ...step }));
  await storeNew(tx, CareStep, whole);
};

export const recordStep = (tx: Transaction, step: NewCareStep): Promise<void> => recordSteps(tx, [step]);

/** A place as histories call it. */
export const placeName = ({ centre, section }: SectionOfCentre): string => `${section.name}, ${centre.name}`;
