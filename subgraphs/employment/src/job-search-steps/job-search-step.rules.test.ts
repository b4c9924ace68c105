import { describe, expect, it } from '@jest/globals';
import { stepKindsOfFile, stepKindsTold } from './job-search-step.rules.ts';

describe('the steps', () => {
  it('that are told to one who may see job seekers are all', () => {
    expect(stepKindsTold(true)).toEqual(
      expect.arrayContaining(['FILE_CLOSED', 'MILESTONE_MISSED', 'RETURNED_TO_WORK']),
    );
  });

  it('that are told to others say when milestones are, and no outcome', () => {
    expect(stepKindsTold(false)).toEqual([
      'MILESTONE_PLANNED',
      'MILESTONE_SERIES_PLANNED',
      'MILESTONE_SERIES_MOVED',
      'MILESTONE_SERIES_CANCELLED',
      'MILESTONE_MOVED',
      'MILESTONE_CANCELLED',
    ]);
  });

  it('of a file are neither of milestones nor of returns', () => {
    expect(stepKindsOfFile).toEqual([
      ...[
        'FILE_OPENED',
        'ADVISOR_CHANGED',
        'PUT_TO_THE_DESK',
        'CATEGORY_CHANGED',
        'CONTRACT_AGREED',
        'HOURS_REDUCED',
      ],
      ...['FILES_MERGED', 'FILES_PARTED', 'FILE_CLOSED'],
    ]);
  });
});
