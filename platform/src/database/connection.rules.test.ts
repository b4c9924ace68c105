import { describe, expect, it } from '@jest/globals';
import { isOpenToOthers } from './connection.rules.ts';

describe('the way to a database is open to others', () => {
  it.each([
    'postgres://employment@employment-database:5432/employment',
    'postgres://employment@10.0.0.7/employment',
    'postgres://employment@db/employment?sslmode=disable',
    'postgres://employment@db/employment?sslmode=prefer',
    'postgres://employment@db/employment?sslmode=require',
    'postgres://employment@db/employment?sslmode=verify-ca&sslrootcert=/ca',
    'postgres://employment@db/employment?sslmode=no-verify',
    'postgres://employment@db/employment?ssl=true',
    'postgres://employment@db/employment?sslmode=verify-full&sslmode=disable',
    'postgres://employment@localhost/employment?host=db',
    'postgres://employment@localhost.example.org/employment',
    // Which host that is, the environment says.
    'postgres:///employment',
  ])('%s', (address) => {
    expect(isOpenToOthers(address)).toBe(true);
  });
});

describe('the way to a database is closed', () => {
  it.each([
    'postgres://employment@employment-database/employment?sslmode=verify-full&sslrootcert=/ca',
    'postgres://employment@10.0.0.7/employment?sslmode=verify-full',
    'postgres://employment@localhost/employment',
    'postgres://employment@127.0.0.1:5432/employment',
    'postgres://employment@[::1]/employment',
    'postgres://employment@%2Fvar%2Frun%2Fpostgresql/employment',
    'postgres://employment@db/employment?host=/var/run/postgresql',
  ])('%s', (address) => {
    expect(isOpenToOthers(address)).toBe(false);
  });
});
