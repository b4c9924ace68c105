import { describe, expect, it } from '@jest/globals';
import { RelaisError } from '../errors.ts';
import { orTryAgain } from './try-again.ts';

describe('one line of many', () => {
  it('is to be sent again where somebody else holds what it changes, and fails for anything else', async () => {
    expect(await orTryAgain(Promise.resolve('done'))).toBe('done');
    expect(await orTryAgain(Promise.reject(new RelaisError('TRY_AGAIN', 'held')))).toEqual({
      refusal: 'TRY_AGAIN',
    });
    await expect(orTryAgain(Promise.reject(new RelaisError('FORBIDDEN', 'no')))).rejects.toThrow('no');
    await expect(orTryAgain(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });
});
