import { expect, it } from '@jest/globals';
import { sayPhone } from './phone.rules.ts';

it.each([
  ['+33639980556', '06 39 98 05 56'],
  ['+33 2 99 00 44 01', '02 99 00 44 01'],
  ['0299004401', '02 99 00 44 01'],
  ['+351912345678', '+351912345678'],
])('says %s as %s', (number, said) => {
  expect(sayPhone(number)).toBe(said);
});
