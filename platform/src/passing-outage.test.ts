import { expect, it } from '@jest/globals';
import { PassingOutage } from './passing-outage.ts';

let now = 0;
const told: string[] = [];
const trouble = new PassingOutage(() => now);
const lastsUntil = (second: number): void => {
  now = second * 1_000;
  trouble.lasts(() => told.push(`still there after ${second} s`));
};
const ends = (): void => trouble.ends(() => told.push('over'));

it('is told once, when it has lasted, and so is its end', () => {
  ends();
  lastsUntil(0);
  expect(trouble.isOn).toBe(true);
  lastsUntil(4.9);
  ends();
  expect([trouble.isOn, told]).toEqual([false, []]);

  lastsUntil(10);
  lastsUntil(14.9);
  lastsUntil(15);
  lastsUntil(16);
  expect(told).toEqual(['still there after 15 s']);
  ends();
  ends();
  expect(told).toEqual(['still there after 15 s', 'over']);
});
