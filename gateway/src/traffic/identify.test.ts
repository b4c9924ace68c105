import { Socket } from 'node:net';
import { expect, it } from '@jest/globals';
import type { Claims } from '@relais/platform/auth/user.ts';
import { UnprovenConnections } from '@relais/platform/http/unproven-connections.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { identify } from './identify.ts';

const claims: Claims = {
  ...{ sub: '', name: 'Somebody', role: 'CASEWORKER', agency: 'departement-44' },
  ...{ centreIds: [], admin: false, scope: [] },
};

/** As much of a request and its reply as is looked at. */
const comes = (authorization: string) => {
  const raw = { socket: new Socket(), once: () => undefined };
  const request = { raw, ip: '192.0.2.1', headers: { authorization } };
  return [request, { raw }] as unknown as [FastifyRequest, FastifyReply];
};

it('looks at a few of those who come at once, and then at the network again', async () => {
  const looked: string[] = [];
  const hook = identify({
    async authorizationOf({ headers }) {
      looked.push(headers.authorization ?? '');
      return headers.authorization ?? '';
    },
    verify: async (token = '') => ({ ...claims, sub: token }),
    unproven: new UnprovenConnections(),
    turns: { during: (_name, _gone, work) => work() },
  });
  const come = (authorization: string) => Reflect.apply(hook, undefined, comes(authorization));
  await come('Lea');
  const eve = Array.from({ length: 100 }, () => come('Eve'));
  const lea = come('Lea');
  await Promise.resolve();
  expect(looked.length).toBeLessThan(20);
  await lea;
  // Who was let in before does not wait for all of whom nothing is known.
  expect(looked.length).toBeLessThan(60);
  await Promise.all(eve);
  expect(looked).toHaveLength(102);
});
