import { describe, expect, it } from '@jest/globals';
import { isUnfitForProduction, weaknesses } from './secret.rules.ts';

const good = '9f2c6e0d81b4a7355c0fe29d4b7a1836e5d0c94f2b8a6137d9e4f05b8c2a7163';
const other = 'Zk3vQ8mXw1Lr7TtYp5NbJc9HdGs2FuKe';

describe('secrets of production', () => {
  it('are good when nobody can guess them', () => {
    const named = [good, other].map((secret, index) => ({ name: `S${index}`, secret }));
    expect(weaknesses(named)).toEqual([]);
  });

  it.each([
    ['SHORT', other.slice(1)],
    ['SHORT', ''],
    ['REPEATED', 'x'.repeat(64)],
    ['REPEATED', other.slice(0, 16).repeat(2)],
    ['REPEATED', `${'ab'.repeat(20)}c`],
    ['DEMO', `${other}-secret`],
    ['DEMO', `Change-Me-${other}`],
  ])('are %s like %s', (weakness, secret) => {
    expect(weaknesses([{ name: 'S', secret }])).toEqual([{ name: 'S', weakness }]);
  });

  it('are each another', () => {
    const named = ['A', 'B', 'C'].map((name) => ({ name, secret: good }));
    expect(weaknesses(named)).toEqual([
      { name: 'B', weakness: 'EQUAL' },
      { name: 'C', weakness: 'EQUAL' },
    ]);
  });
});

describe('an address of production', () => {
  it.each([
    ['https://sign-in.nantes.fr/keys', false],
    ['http://sign-in.nantes.fr/keys', true],
    ['file:///etc/keys.json', true],
    ['https://localhost:4000', true],
    ['https://127.0.0.1', true],
    ['https://[::1]:8443', true],
    ['https://demo-issuer.relais.invalid', true],
  ])('%s is unfit: %s', (address, isUnfit) => {
    expect(isUnfitForProduction(address)).toBe(isUnfit);
  });
});
