import { RelaisError } from '../errors.ts';
import type { Refused } from '../graphql/reasons.ts';

/** Of many lines that each have their own answer: one that somebody else holds right now is to be sent again alone. */
export const orTryAgain = async <Result>(
  attempt: Promise<Result>,
): Promise<Result | Refused<'TRY_AGAIN'>> => {
  try {
    return await attempt;
  } catch (error) {
    if (error instanceof RelaisError && error.extensions.code === 'TRY_AGAIN')
      return { refusal: 'TRY_AGAIN' };
    throw error;
  }
};
