import { describe, expect, it } from '@jest/globals';
import { createCircuitBreaker } from './circuit-breaker.ts';

const FAILURES = 5;
const PAUSE_MS = 3_000;
const ada = { person: 'ada', operation: 'query FamilyFile' };

const broken = () => {
  let now = 0;
  const breaker = createCircuitBreaker(() => now);
  for (let failure = 0; failure < FAILURES; failure += 1) breaker.report('BROKEN', ada);
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
      for (let failure = 1; failure < FAILURES; failure += 1) breaker.report('BROKEN', ada);
      breaker.report('ANSWERED', ada);
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
    breaker.report('ANSWERED', ada);
    expect([breaker.mayAsk(), breaker.mayAsk()]).toEqual([true, true]);
  });

  it('opens again at once when the try fails', () => {
    const { breaker, wait } = broken();
    wait(PAUSE_MS);
    breaker.mayAsk();
    breaker.report('BROKEN', ada);
    expect(breaker.mayAsk()).toBe(false);
  });

  it('lets another try when one never reports back', () => {
    const { breaker, wait } = broken();
    wait(PAUSE_MS);
    breaker.mayAsk();
    wait(PAUSE_MS);
    expect(breaker.mayAsk()).toBe(true);
  });

  describe('when questions take too long', () => {
    const late = (questions: readonly (readonly [person: string, operation: string])[]) => {
      let now = 0;
      const breaker = createCircuitBreaker(() => now);
      for (const [person, operation] of questions) breaker.report('LATE', { person, operation });
      return {
        breaker,
        wait: (ms: number) => {
          now += ms;
        },
      };
    };
    const ofOnePerson = Array.from({ length: 100 }, (_, number) => ['ada', `query ${number % 7}`] as const);
    const ofOneOperation = Array.from({ length: 100 }, (_, number) => [`person ${number}`, 'query'] as const);
    const ofSeveral = Array.from(
      { length: FAILURES },
      (_, number) => [`p${number % 3}`, `q${number % 2}`] as const,
    );

    it('stays closed however many are of one person, or one question of many', () => {
      expect(late(ofOnePerson).breaker.mayAsk()).toBe(true);
      expect(late(ofOneOperation).breaker.mayAsk()).toBe(true);
      expect(late(ofSeveral.slice(1)).breaker.mayAsk()).toBe(true);
    });

    it('opens when different questions of several people do', () => {
      expect(late(ofSeveral).breaker.mayAsk()).toBe(false);
      expect(late([...ofOnePerson, ['tom', 'query'], ['eve', 'query']]).breaker.mayAsk()).toBe(false);
    });

    it('stays closed when others are answered meanwhile', () => {
      const { breaker } = late(ofSeveral.slice(1));
      breaker.report('ANSWERED', ada);
      breaker.report('LATE', { person: 'p9', operation: 'q9' });
      expect(breaker.mayAsk()).toBe(true);
    });

    it('is not kept open by one person whose heavy question is the one that tries again', () => {
      const { breaker, wait } = broken();
      wait(PAUSE_MS);
      expect(breaker.mayAsk()).toBe(true);
      breaker.report('LATE', ada);
      expect(breaker.mayAsk()).toBe(true);
      breaker.report('BROKEN', ada);
      expect(breaker.mayAsk()).toBe(false);
    });
  });
});
