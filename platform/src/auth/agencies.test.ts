import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { admittedAgencies } from './agencies.ts';

const read = (RELAIS_AGENCIES: string) =>
  readConfig(z.object({ RELAIS_AGENCIES: admittedAgencies }), { RELAIS_AGENCIES }).RELAIS_AGENCIES;

describe('the agencies that a city admits', () => {
  it('are read from pairs of an agency and what it is here for', () => {
    expect([...read('ville-de-nantes=CARE, departement-44=BENEFITS,caf-44=BENEFITS')]).toEqual([
      ['ville-de-nantes', 'CARE'],
      ['departement-44', 'BENEFITS'],
      ['caf-44', 'BENEFITS'],
    ]);
    expect(read('ville-de-nantes=CARE').get('constructor')).toBeUndefined();
  });

  it.each(['', 'ville-de-nantes', '=CARE', 'caf-44=MONEY', 'caf-44=CARE=BENEFITS', 'caf=CARE,caf=BENEFITS'])(
    'are refused when written as %s',
    (text) => {
      expect(() => read(text)).toThrow(/^Configuration: RELAIS_AGENCIES: /);
    },
  );
});
