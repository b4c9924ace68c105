import { describe, expect, it } from '@jest/globals';
import { stepKindsOfFile, stepKindsTold } from './job-search-step.rules.ts';

describe('the steps', () => {
  it('that are told to one who may see job seekers are all', () => {
    expect(stepKindsTold(true)).toEqual(
      expect.arrayContaining(['FILE_CLOSED', 'MILESTONE_MISSED', 'RETURNED_TO_WORK']),
    );
  });

  it('that are told to others are those of milestones', () => {
    expect(stepKindsTold(false)).not.toEqual([]);
    for (const kind of stepKindsTold(false)) expect(kind).toMatch(/^MILESTONE_/);
  });

  it('of a file are neither of milestones nor of returns', () => {
    expect(stepKindsOfFile).toEqual([
      ...['FILE_OPENED', 'ADVISOR_CHANGED', 'CATEGORY_CHANGED', 'CONTRACT_AGREED', 'HOURS_REDUCED'],
      ...['FILES_MERGED', 'FILE_CLOSED'],
    ]);
  });
});
