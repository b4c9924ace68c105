import { describe, expect, it } from '@jest/globals';
import { isQuestion, SlowQuestions } from './questions.rules.ts';

describe('a question', () => {
  it.each([
    'select * from families',
    '  with asked as (select 1) select * from asked',
    'SELECT "updated_at" FROM notes',
  ])('is %s', (text) => {
    expect(isQuestion(text)).toBe(true);
    expect(isQuestion(text)).toBe(true);
  });

  it.each([
    'update families set name = $1',
    'insert into notes values ($1)',
    'with gone as (delete from notes returning id) select * from gone',
    'select * from families for update',
    'select * from families for no key update',
    'select * from families for key share',
    'select graphile_worker.add_job($1)',
    `select set_config('app.role', 'SERVICE', false)`,
    'select pg_advisory_lock(1)',
    'explain select 1',
  ])('is not %s', (text) => {
    expect(isQuestion(text)).toBe(false);
  });

  it('is told from a change also after very many others', () => {
    for (let index = 0; index < 2_100; index += 1) isQuestion(`select ${index}`);
    expect([isQuestion('select 1'), isQuestion('delete from notes')]).toEqual([true, false]);
  });
});

describe('a slow question', () => {
  const asked = 'select slowly';

  it('is one that took long twice in a row', () => {
    const slow = new SlowQuestions(1);
    slow.note([asked], 60, 0);
    expect(slow.has(asked, 0)).toBe(false);
    slow.note([asked], 10, 0);
    slow.note([asked], 60, 0);
    expect(slow.has(asked, 0)).toBe(false);
    slow.note([asked], 60, 0);
    expect(slow.has(asked, 0)).toBe(true);
    expect(slow.has('select soon', 0)).toBe(false);
  });

  it('is one that was cut off for it', () => {
    const slow = new SlowQuestions(1);
    slow.cutOff(asked, 0);
    expect([slow.has(asked, 59_999), slow.has(asked, 60_000)]).toEqual([true, false]);
  });

  it('is looked for among those that were asked together, one by one', () => {
    const slow = new SlowQuestions(1);
    const other = 'select soon';
    slow.note([other, asked], 10, 0);
    expect(slow.isSuspect(asked)).toBe(false);
    slow.note([other, asked], 60, 0);
    expect([other, asked].map((text) => slow.isSuspect(text))).toEqual([true, true]);
    slow.note([other], 10, 0);
    slow.note([asked], 60, 0);
    expect([other, asked].map((text) => slow.isSuspect(text))).toEqual([false, true]);
    slow.note([asked], 60, 0);
    expect([other, asked].map((text) => slow.has(text, 0))).toEqual([false, true]);
  });

  it('is tried again after a minute', () => {
    const slow = new SlowQuestions(1);
    slow.note([asked], 60, 0);
    slow.note([asked], 60, 0);
    expect([slow.has(asked, 59_999), slow.has(asked, 60_000), slow.has(asked, 0)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is measured by more where everything takes longer', () => {
    const slow = new SlowQuestions(20);
    slow.note([asked], 60, 0);
    slow.note([asked], 60, 0);
    expect(slow.has(asked, 0)).toBe(false);
  });

  it('is remembered of no more texts than there is room for', () => {
    const slow = new SlowQuestions(1);
    for (let index = 0; index < 2_100; index += 1) slow.note([`select ${index}`], 60, 0);
    slow.note(['select 0'], 60, 0);
    expect(slow.has('select 0', 0)).toBe(false);
  });
});
