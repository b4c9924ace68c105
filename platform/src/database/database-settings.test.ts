import { describe, expect, it } from '@jest/globals';
import { ownerAddress, serviceAddress } from './database-settings.ts';

const DATABASE_URL = 'postgres://employment@employment-database:5432/employment';
const SAFE = `${DATABASE_URL}?sslmode=verify-full&sslrootcert=/ca`;
const PRODUCTION = { NODE_ENV: 'production' };

describe('the address of a database', () => {
  it('takes a password that is kept apart, whatever is in it', () => {
    const DATABASE_PASSWORD = 'p@ss/w:rd?#%';
    const url = new URL(serviceAddress({ DATABASE_URL: SAFE, DATABASE_PASSWORD }, PRODUCTION));
    expect(decodeURIComponent(url.password)).toBe(DATABASE_PASSWORD);
    expect(url.searchParams.get('sslmode')).toBe('verify-full');
  });

  it('is refused in production where others could read what is asked, and names the variable', () => {
    expect(() => serviceAddress({ DATABASE_URL }, PRODUCTION)).toThrow(
      'Configuration: DATABASE_URL: outside this machine sslmode=verify-full is needed',
    );
    expect(() => ownerAddress({ MIGRATIONS_DATABASE_URL: DATABASE_URL }, PRODUCTION)).toThrow(
      'MIGRATIONS_DATABASE_URL: outside this machine sslmode=verify-full is needed',
    );
    expect(serviceAddress({ DATABASE_URL }, {})).toBe(DATABASE_URL);
    expect(ownerAddress({ MIGRATIONS_DATABASE_URL: SAFE }, PRODUCTION)).toBe(SAFE);
  });
});
