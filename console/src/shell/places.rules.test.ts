import { expect, it } from '@jest/globals';
import { firstPlaceOf, followsFamilies, mayRegister, maySearchFamilies, placesOf } from './places.rules.ts';

it('begins the day of each role where its work is', () => {
  expect([firstPlaceOf('EMPLOYMENT_ADVISOR'), firstPlaceOf('CASEWORKER'), firstPlaceOf('AUDITOR')]).toEqual([
    '/week',
    '/families',
    '/audit',
  ]);
  expect(placesOf('EMPLOYMENT_ADVISOR')).toEqual([
    '/week',
    '/plan',
    '/job-seekers',
    '/today',
    '/inbox',
    '/city',
    '/colleagues',
  ]);
  expect(placesOf('CARE_COORDINATOR')).toEqual([
    '/today',
    '/inbox',
    '/waiting',
    '/offers',
    '/without-care',
    '/places',
    '/placements',
    '/closures',
    '/families',
    '/doubles',
    '/incomplete',
    '/report',
    '/city',
    '/colleagues',
  ]);
});

it('lets a centre close itself, and whoever follows or checks read the rules of the city', () => {
  expect(placesOf('CENTRE_STAFF')).toEqual(['/day', '/today', '/closures']);
  expect([placesOf('CASEWORKER'), placesOf('AUDITOR')].every((places) => places.includes('/city'))).toBe(
    true,
  );
});

it('lets those search families who may open them, and lists their own to those who follow some', () => {
  expect([maySearchFamilies('CASEWORKER'), maySearchFamilies('EMPLOYMENT_ADVISOR')]).toEqual([true, false]);
  expect([followsFamilies('CASEWORKER'), followsFamilies('CARE_COORDINATOR')]).toEqual([true, false]);
});

it('lets those register families who may', () => {
  expect([
    mayRegister('CASEWORKER'),
    mayRegister('CARE_COORDINATOR'),
    mayRegister('EMPLOYMENT_ADVISOR'),
  ]).toEqual([true, true, false]);
  expect(mayRegister(undefined)).toBe(false);
});
