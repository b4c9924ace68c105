import { describe, expect, it } from '@jest/globals';
import {
  isDue,
  isFromOwnPage,
  isFromOwnSite,
  isOtherNameOfThisMachine,
  isOver,
  localPath,
} from './session.rules.ts';

const MINUTE = 60_000;
const OURS = 'https://relais.example';

describe('a session', () => {
  const lasting = { expiresAt: 10 * MINUTE, until: 600 * MINUTE };

  it.each([
    ['fresh', 0, false, false],
    ['just before its last minute', 9 * MINUTE - 1, false, false],
    ['in its last minute', 9 * MINUTE, true, false],
    ['when its token has ended', 10 * MINUTE, true, true],
  ])('%s is renewed or over', (_when, now, due, over) => {
    expect([isDue(lasting, now), isOver(lasting, now)]).toEqual([due, over]);
  });

  it('is over after the day, and not renewed any more', () => {
    const evening = { expiresAt: 605 * MINUTE, until: 600 * MINUTE };
    expect([isDue(evening, 600 * MINUTE), isOver(evening, 600 * MINUTE)]).toEqual([false, true]);
    expect(isOver(evening, 600 * MINUTE - 1)).toBe(false);
  });
});

describe('what our own page sends', () => {
  it.each([
    [OURS, undefined, true, true],
    [OURS, 'same-origin', true, true],
    [OURS, 'same-site', false, false],
    [OURS, 'cross-site', false, false],
    [undefined, 'same-origin', true, true],
    [undefined, 'none', false, true],
    [undefined, undefined, false, true],
    [undefined, 'cross-site', false, false],
    ['null', undefined, false, false],
    ['https://relais.example.evil.example', undefined, false, false],
  ])('from origin %s, site %s', (origin, site, isPage, isSite) => {
    expect([isFromOwnPage({ origin, site }, OURS), isFromOwnSite({ origin, site }, OURS)]).toEqual([
      isPage,
      isSite,
    ]);
  });
});

it.each([
  ['/', '/'],
  ['/desk?family=NAN-1#notes', '/desk?family=NAN-1#notes'],
  ['', '/'],
  [undefined, '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['/a\nb', '/'],
])('leads after the sign-in from %j to %s', (wanted, path) => {
  expect(localPath(wanted)).toBe(path);
});

it.each([
  ['127.0.0.1', 'http://localhost:4000', true],
  ['[::1]', 'http://localhost:4000', true],
  ['localhost', 'http://localhost:4000', false],
  ['relais.example', 'http://localhost:4000', false],
  ['127.0.0.1', OURS, false],
])('%s is another name for %s: %s', (hostname, publicUrl, isOther) => {
  expect(isOtherNameOfThisMachine(hostname, publicUrl)).toBe(isOther);
});
