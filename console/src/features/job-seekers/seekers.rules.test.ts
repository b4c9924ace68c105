import { expect, it } from '@jest/globals';
import { OneSeeker } from '../../graph/asked/one-seeker.ts';
import { SeekersIFollow } from '../../graph/asked/seekers-i-follow.ts';
import { ASKED, hoursOf, isFound, mayGoOn, nameOf, nextOf, ownOf } from './seekers.rules.ts';

const milestone = (id: string, seeker: string | null) => ({
  node: {
    id,
    startsAt: '2026-12-01T09:00:00Z',
    jobSeeker: seeker === null ? null : { id: seeker },
    childcareCover: null,
  },
});

it('tells one parent’s milestones from the other’s', () => {
  const milestones = {
    edges: [milestone('hers', 's'), milestone('his', 'other'), milestone('hidden', null)],
  };
  expect(ownOf(milestones, 's').map(({ node, index }) => [node.id, index])).toEqual([['hers', 0]]);
  expect(nextOf(milestones, 'other')).toMatchObject({ node: { id: 'his' }, index: 1 });
  expect([nextOf(null, 's'), nextOf(milestones, 'nobody')]).toEqual([undefined, undefined]);
});

it('says "none" of a whole list only', () => {
  const page = (count: number) => ({ edges: Array.from({ length: count }, () => milestone('his', 'other')) });
  expect([mayGoOn(page(0), 3), mayGoOn(page(2), 3), mayGoOn(page(3), 3)]).toEqual([false, false, true]);
  expect(SeekersIFollow.text).toContain(`milestones(first:${ASKED.ofAll} upcoming:true)`);
  expect(OneSeeker.text).toContain(`milestones(first:${ASKED.ofOne} upcoming:true)`);
});

const seeker = (firstName: string | null, reference: string | null = 'NAN-000004') => ({
  adult: { firstName, lastName: firstName && 'Le Bihan' },
  family: reference === null ? null : { reference },
  romeCode: 'K1303',
});

it('names a job seeker by what is shared of it', () => {
  expect([nameOf(seeker('Zoé'), '?'), nameOf(seeker(null), '?'), nameOf(seeker(null, null), '?')]).toEqual([
    'Zoé Le Bihan',
    'NAN-000004',
    '?',
  ]);
});

it('finds by name, reference or trade, accents and capitals aside', () => {
  for (const search of ['zoe', 'BIHAN', '000004', 'k13', ''])
    expect(isFound(seeker('Zoé'), search)).toBe(true);
  expect(isFound({ ...seeker('Zoé', null), romeCode: null }, 'x')).toBe(false);
});

it('reads hours as they are typed', () => {
  expect([hoursOf('15'), hoursOf(' 17,5 '), hoursOf(''), hoursOf('x')]).toEqual([
    15,
    17.5,
    undefined,
    undefined,
  ]);
});
