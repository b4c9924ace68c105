import { describe, expect, it } from '@jest/globals';
import { createCircuitBreaker } from './circuit-breaker.ts';

const FAILURES = 5;
const PAUSE_MS = 3_000;

const broken = () => {
  let now = 0;
  const breaker = createCircuitBreaker(() => now);
  for (let failure = 0; failure < FAILURES; failure += 1) breaker.report(false);
  return {
    breaker,
    wait: (ms: number) => {
      now += ms;
    },
  };
};

describe('a circuit breaker', () => {
  it('stays closed while failures are not in a row', () => {
    const breaker = createCircuitBreaker(() => 0);
    for (let turn = 0; turn < 20; turn += 1) {
      for (let failure = 1; failure < FAILURES; failure += 1) breaker.report(false);
      breaker.report(true);
    }
    expect(breaker.mayAsk()).toBe(true);
  });

  it('opens after five in a row, and lets exactly one try again after a pause', () => {
    const { breaker, wait } = broken();
    expect(breaker.mayAsk()).toBe(false);
    wait(PAUSE_MS);
    expect([breaker.mayAsk(), breaker.mayAsk()]).toEqual([true, false]);
  });

  it('closes when the try succeeds', () => {
    const { breaker, wait } = broken();
    wait(PAUSE_MS);
    breaker.mayAsk();
    breaker.report(true);
    expect([breaker.mayAsk(), breaker.mayAsk()]).toEqual([true, true]);
  });

  it('opens again at once when the try fails', () => {
    const { breaker, wait } = broken();
    wait(PAUSE_MS);
    breaker.mayAsk();
    breaker.report(false);
    expect(breaker.mayAsk()).toBe(false);
  });

  it('lets another try when one never reports back', () => {
    const { breaker, wait } = broken();
    wait(PAUSE_MS);
    breaker.mayAsk();
    wait(PAUSE_MS);
    expect(breaker.mayAsk()).toBe(true);
  });
});
