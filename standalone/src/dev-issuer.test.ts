import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTokenVerifier } from '@relais/platform/auth/tokens.ts';
import { demoAccounts } from './demo-accounts.ts';
import { openDevIssuer } from './dev-issuer.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'relais-issuer-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the demo sign-in', () => {
  it('issues tokens that every service accepts', async () => {
    const issuer = await openDevIssuer(folder);
    const token = `Bearer ${await issuer.tokenFor(demoAccounts.advisor)}`;
    const user = await createTokenVerifier(issuer.options)(token);
    expect(user).toMatchObject({
      sub: 'demo-advisor',
      name: demoAccounts.advisor.name,
      role: 'EMPLOYMENT_ADVISOR',
      agency: 'france-travail',
      admin: false,
      centreIds: [],
      scope: [],
    });
  });

  it('names the centre of its staff', async () => {
    const issuer = await openDevIssuer(folder);
    const token = `Bearer ${await issuer.tokenFor(demoAccounts['centre-staff'])}`;
    const { role, centreIds } = await createTokenVerifier(issuer.options)(token);
    expect({ role, centreIds }).toEqual({
      role: 'CENTRE_STAFF',
      centreIds: demoAccounts['centre-staff'].centreIds,
    });
    expect(centreIds).toHaveLength(1);
  });

  it('keeps its key, so that tokens outlive a restart', async () => {
    const token = `Bearer ${await (await openDevIssuer(folder)).tokenFor(demoAccounts.caseworker)}`;
    const again = await openDevIssuer(folder);
    expect((await createTokenVerifier(again.options)(token)).role).toBe('CASEWORKER');
    expect((await stat(path.join(folder, 'issuer-key.json'))).mode & 0o777).toBe(0o600);
  });

  it('is not believed by another installation', async () => {
    const other = await mkdtemp(path.join(tmpdir(), 'relais-issuer-'));
    const token = `Bearer ${await (await openDevIssuer(other)).tokenFor(demoAccounts.caseworker)}`;
    const here = createTokenVerifier((await openDevIssuer(folder)).options);
    await expect(here(token)).rejects.toThrow(/Sign in/);
    await rm(other, { recursive: true });
  });

  it('does not run in production', async () => {
    await expect(openDevIssuer(folder, { environment: { NODE_ENV: 'production' } })).rejects.toThrow(
      /NODE_ENV=production/,
    );
  });
});
