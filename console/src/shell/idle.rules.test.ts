import { expect, it } from '@jest/globals';
import { isToldAgain, leftUntilLock, locksAfter } from './idle.rules.ts';

const MINUTE = 60_000;

it('locks what a team shares, and nothing else', () => {
  expect([locksAfter('CENTRE_STAFF'), locksAfter('CASEWORKER')]).toEqual([5 * MINUTE, undefined]);
});

it('counts from the last touch, also over a time in which no clock ran', () => {
  expect([
    leftUntilLock('CENTRE_STAFF', 0, 2 * MINUTE),
    leftUntilLock('CENTRE_STAFF', 0, 5 * MINUTE),
    leftUntilLock('CENTRE_STAFF', 0, 90 * MINUTE),
    leftUntilLock('AUDITOR', 0, 90 * MINUTE),
  ]).toEqual([3 * MINUTE, 0, 0, undefined]);
});

it('tells other tabs of a touch, and of the next only after a while', () => {
  expect([isToldAgain(undefined, 0), isToldAgain(1_000, 5_999), isToldAgain(1_000, 6_000)]).toEqual([
    true,
    false,
    true,
  ]);
});
