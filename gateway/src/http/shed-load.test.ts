import { afterEach, expect, it } from '@jest/globals';
import { createLog } from '@relais/platform/log.ts';
import Fastify from 'fastify';
import { answerFaults } from './faults.ts';
import { shedLoad } from './shed-load.ts';

const http = Fastify();
answerFaults(http, createLog('gateway', 'silent'));
afterEach(() => http.close());

it('turns away what is too much, and takes requests again when others are done', async () => {
  const release: (() => void)[] = [];
  http.get(
    '/',
    { onRequest: shedLoad(2) },
    () => new Promise((resolve) => release.push(() => resolve('done'))),
  );
  const url = await http.listen({ port: 0, host: '127.0.0.1' });

  const first = fetch(url);
  const aborted = new AbortController();
  const second = fetch(url, { signal: aborted.signal }).catch(() => 'gone');
  while (release.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  const third = await fetch(url);
  expect(third.status).toBe(503);
  expect(await third.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
  expect(third.headers.get('retry-after')).toBe('1');

  aborted.abort();
  expect(await second).toBe('gone');
  await new Promise((resolve) => setTimeout(resolve, 50));
  const fourth = fetch(url);
  while (release.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  for (const answer of release) answer();
  expect((await Promise.all([first, fourth])).map(({ status }) => status)).toEqual([200, 200]);
});
