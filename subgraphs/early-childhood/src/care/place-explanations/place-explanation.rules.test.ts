import { expect, it } from '@jest/globals';
import { withoutDistance } from './place-explanation.rules.ts';
import type { Reason } from './place-reason.ts';

const age: Reason = {
  ...{ criterion: 'AGE', weight: 5, value: 1, contribution: 5 },
  told: { key: 'AGE_FITS', parameters: { minAgeMonths: 3, maxAgeMonths: 36 } },
};
const distance = (value: number, kilometres: number): Reason => ({
  ...{ criterion: 'DISTANCE', weight: 20, value, contribution: 20 * value },
  told: { key: 'DISTANCE_WITHIN', parameters: { kilometres } },
});

it('tells nothing of the distance, also not by the score', () => {
  const near = withoutDistance({ score: 25, reasons: [age, distance(1, 1)] });
  const far = withoutDistance({ score: 9, reasons: [age, distance(0.2, 8)] });
  expect(near).toEqual(far);
  expect(near).toEqual({
    score: 15,
    reasons: [
      age,
      {
        ...{ criterion: 'DISTANCE', weight: 20, value: 0.5, contribution: 10 },
        told: { key: 'DISTANCE_NOT_TOLD' },
      },
    ],
  });
});
