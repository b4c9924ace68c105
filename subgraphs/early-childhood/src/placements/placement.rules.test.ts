import { expect, it } from '@jest/globals';
import { onWorkingDays } from '../centres/centre.builder.ts';
import { hoursPerWeek } from './placement.rules.ts';

it('counts the hours of an ordinary week', () => {
  expect(hoursPerWeek([...onWorkingDays('08:30', '12:00'), ...onWorkingDays('14:00', '15:00')])).toBe(22.5);
  expect(hoursPerWeek([])).toBe(0);
});
