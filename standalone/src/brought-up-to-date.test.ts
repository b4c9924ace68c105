import { afterAll, expect, it } from '@jest/globals';
import { asAdministrator } from '@relais/platform/testing/test-database.ts';
import { makersOf, noteMakers, upToDate } from './brought-up-to-date.ts';

const DATABASES = ['postgres', 'template1'];
const unmark = async (): Promise<void> => {
  for (const database of DATABASES)
    await asAdministrator((client) => client.query(`comment on database ${database} is null`));
};
afterAll(unmark);

const passwords = { employment: 'one' };
const found = (code: string, given: object = passwords, databases = DATABASES) =>
  asAdministrator((client) => upToDate(client, databases, makersOf(given, code)));
const note = (code: string, databases = DATABASES) =>
  asAdministrator((client) => noteMakers(client, databases, makersOf(passwords, code)));

it('databases are up to date for the very code and the passwords that they bear the mark of, all of them', async () => {
  const nothing = { isMade: false, hasPasswords: false };
  expect(await found('a1')).toEqual(nothing);

  await note('a1');
  expect(await found('a1')).toEqual({ isMade: true, hasPasswords: true });
  expect(await found('a1', { employment: 'other' })).toEqual({ isMade: true, hasPasswords: false });
  // Other code, and sources that run as they are, which may have been changed since.
  for (const code of ['b2', 'a', ''])
    expect(await found(code)).toEqual({ isMade: false, hasPasswords: true });
  expect(await found('a1', passwords, [...DATABASES, 'missing'])).toEqual(nothing);

  // What is begun is not done before all of it is.
  await note('', ['template1']);
  expect(await found('a1')).toEqual({ isMade: false, hasPasswords: true });
});
