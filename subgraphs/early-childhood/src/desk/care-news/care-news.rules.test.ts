import { expect, it } from '@jest/globals';
import { newsKinds, whoseNewsOf } from './care-news.rules.ts';

it('are those of the city, of centres, or of who is followed', () => {
  expect(whoseNewsOf('CARE_COORDINATOR')).toBe('CITY');
  expect(whoseNewsOf('CENTRE_STAFF')).toBe('CENTRES');
  expect(whoseNewsOf('CASEWORKER')).toBe('FOLLOWED');
});

it('tell centres of the children whom they receive, and of no request', () => {
  expect(newsKinds('FOLLOWED', ['CHILD_BORN'])).toEqual(['CHILD_BORN']);
  expect(newsKinds('CITY', [])).toContain('OFFER_EXPIRED');
  expect(newsKinds('CENTRES', [])).not.toContain('CARE_REQUEST_SUBMITTED');
});
