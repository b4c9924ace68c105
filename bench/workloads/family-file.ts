import { dayOf } from '@relais/platform/time/civil-time.ts';
import { familyFileVariables, operationText } from '../../standalone/src/operations.ts';
import type { Question } from './question.ts';

const DIGITS = 6;

export const referenceOf = (number: number): string => `NAN-${String(number).padStart(DIGITS, '0')}`;

/** The whole file of each of these families, as a caseworker opens it. */
export const familyFiles = async (references: readonly string[], now: Date): Promise<readonly Question[]> => {
  const text = await operationText('family-file');
  const today = dayOf(now);
  return references.map((reference) => ({
    workload: 'family-file',
    text,
    variables: familyFileVariables(reference, today),
  }));
};
