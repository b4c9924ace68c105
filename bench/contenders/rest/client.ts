/** What asks three services and joins what they answer: a page of the caseworkers' own program. */
import { createServer } from 'node:http';
import { addressBook, portNumber, readConfig } from '@relais/platform/config.ts';
import { Pool } from 'undici';
import { z } from 'zod';
import { type FamilyParts, joinFamily } from '../limit/join-family.ts';

const MOST_CONNECTIONS = 64;

const { PORT, SUBGRAPHS } = readConfig(z.object({ PORT: portNumber, SUBGRAPHS: addressBook }));
const poolOf = (name: string): Pool => new Pool(SUBGRAPHS[name] ?? '', { connections: MOST_CONNECTIONS });
const pools = {
  care: poolOf('early-childhood'),
  jobs: poolOf('employment'),
  benefits: poolOf('social-protection'),
};

const partsOver = (query: string, authorization: string): FamilyParts => {
  const ask = async <Part>(pool: Pool, path: string, body?: object): Promise<Part> => {
    const response = await pool.request({
      method: body ? 'POST' : 'GET',
      path: `${path}?${query}`,
      headers: { authorization },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (response.statusCode !== 200) throw new Error(`${path} answered ${response.statusCode}.`);
    return (await response.body.json()) as Part;
  };
  return {
    care: () => ask(pools.care, '/care'),
    jobs: () => ask(pools.jobs, '/jobs'),
    benefits: () => ask(pools.benefits, '/benefits'),
    covers: (familyId, milestones) =>
      ask(pools.care, '/covers', {
        familyId,
        milestones: milestones.map(({ id, startsAt, endsAt, travelMinutes }) => ({
          ...{ id, startsAt, endsAt, travelMinutes },
        })),
      }),
  };
};

const server = createServer((request, response) => {
  const [path, query = ''] = (request.url ?? '').split('?');
  if (path === '/ready') {
    response.end('{}');
    return;
  }
  joinFamily(partsOver(query, request.headers.authorization ?? '')).then(
    (text) => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(text);
    },
    (error: unknown) => {
      response.writeHead(502);
      response.end(String(error));
    },
  );
});
server.listen(PORT, '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
