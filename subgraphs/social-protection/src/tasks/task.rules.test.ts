import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  addTaskRefusal,
  completeTaskRefusal,
  correctTaskRefusal,
  isOverdue,
  mayReadTask,
} from './task.rules.ts';
import type { Task } from './task.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const task = (given: Partial<Task> = {}): Task => ({
  id: 't',
  familyId: 'f',
  title: 'Call the crèche',
  dueOn: day('2026-03-10'),
  assigneeSub: 'yann',
  addedBySub: 'anne',
  addedAt: new Date('2026-03-01T09:00:00Z'),
  doneAt: null,
  doneBySub: null,
  version: 1,
  ...given,
});
const yann = { sub: 'yann', role: 'EMPLOYMENT_ADVISOR' };
const done = task({ doneAt: new Date('2026-03-09T09:00:00Z'), doneBySub: 'yann' });

describe('a task', () => {
  it('is overdue once its day is over and it is not done', () => {
    expect(['2026-03-10', '2026-03-11'].map((on) => isOverdue(task(), day(on)))).toEqual([false, true]);
    expect(isOverdue(done, day('2026-03-11'))).toBe(false);
  });

  it('is seen by who does it, who added it and social workers', () => {
    const readers = [yann, { sub: 'anne', role: 'CARE_COORDINATOR' }, { sub: 'x', role: 'CASEWORKER' }];
    expect(readers.map((reader) => mayReadTask(task(), reader))).toEqual([true, true, true]);
    expect(mayReadTask(task(), { sub: 'x', role: 'CARE_COORDINATOR' })).toBe(false);
  });

  it('is added with words and a day that is not past', () => {
    const refusal = (given: Partial<Task>) => addTaskRefusal(task(given), day('2026-03-10'));
    expect(refusal({})).toBeNull();
    expect(refusal({ dueOn: day('2026-03-09') })).toBe('DUE_IN_THE_PAST');
    expect(refusal({ title: '' })).toBe('EMPTY_TEXT');
    expect(refusal({ title: 'x'.repeat(4_001) })).toBe('TEXT_TOO_LONG');
  });

  it('is ticked off once, by who may see it, as it was seen', () => {
    expect(completeTaskRefusal(task(), 1, yann)).toBeNull();
    expect(completeTaskRefusal(task(), 2, yann)).toBe('STALE_VERSION');
    expect(completeTaskRefusal(done, 1, yann)).toBe('DONE_ALREADY');
    expect(completeTaskRefusal(task(), 1, { ...yann, sub: 'x' })).toBe('UNKNOWN_TASK');
  });
});

describe('putting a task right', () => {
  const asked = { version: 1, reason: 'x', title: 'Call', dueOn: day('2026-03-10'), isStillToDo: false };
  const refusal = (given: Partial<typeof asked> = {}, of = task(), today = '2026-03-11') =>
    correctTaskRefusal(of, { ...asked, ...given }, yann, day(today));

  it('asks for a reason, the newest version and words', () => {
    expect(refusal()).toBeNull();
    expect(refusal({ version: 2 })).toBe('STALE_VERSION');
    expect(refusal({ reason: '' })).toBe('REASON_MISSING');
    expect(refusal({ title: '' })).toBe('EMPTY_TEXT');
    expect(refusal({}, task({ assigneeSub: 'x', addedBySub: 'x' }))).toBe('UNKNOWN_TASK');
  });

  it('lets a day be past that was, or of what is done', () => {
    expect(refusal({ dueOn: day('2026-03-09') })).toBe('DUE_IN_THE_PAST');
    expect(refusal({ dueOn: day('2026-03-11') })).toBeNull();
    expect(refusal({ dueOn: day('2026-03-09') }, done)).toBeNull();
    expect(refusal({ dueOn: day('2026-03-09'), isStillToDo: true }, done)).toBe('DUE_IN_THE_PAST');
  });

  it('takes back what was ticked off only', () => {
    expect(refusal({ isStillToDo: true })).toBe('NOT_DONE');
    expect(refusal({ isStillToDo: true }, done)).toBeNull();
  });
});
