import { afterEach, expect, it } from '@jest/globals';
import { type TestGateway, testGateway } from '../testing/test-gateway.ts';
import type { Readiness } from './health.ts';

let gateway: TestGateway;
afterEach(() => gateway.close());

const get = async (path: string, readiness: Readiness) => {
  gateway = await testGateway({ readiness });
  const response = await fetch(gateway.url + path);
  return { status: response.status, body: await response.json() };
};

const up = async () => true;

it('is live as long as the process runs, whatever the agencies do', async () => {
  const { status } = await get('/health/live', { employment: async () => false });
  expect(status).toBe(200);
});

it('is ready when every agency is', async () => {
  expect(await get('/health/ready', { employment: up, 'early-childhood': up })).toEqual({
    status: 200,
    body: { status: 'ready', service: 'gateway' },
  });
});

it.each([
  ['says it is not', async () => false],
  ['fails', async () => Promise.reject(new Error('ECONNREFUSED'))],
  ['hangs', () => new Promise<never>(() => undefined)],
])('names the agency that %s', async (_how, check) => {
  expect(await get('/health/ready', { employment: check, 'early-childhood': up })).toEqual({
    status: 503,
    body: { status: 'not ready', service: 'gateway', down: ['employment'] },
  });
});

it('stays ready when an agency waits for events of another or refuses them, or jobs go on failing, and says so', async () => {
  const failingJobs = { 'expire-offer': { jobs: 1, attempts: 4 } };
  const lagging = { employment: { families: 3, oldestSeconds: 60 } };
  const refused = { 'social-protection': { families: 1, attempts: 12, oldestSeconds: 90 } };
  const warnings = { schoolTermsEnd: '2027-07-02' };
  const earlyChildhood = async () => ({ lagging, refused, failingJobs, warnings });
  expect(await get('/health/ready', { employment: up, 'early-childhood': earlyChildhood })).toEqual({
    status: 200,
    body: {
      status: 'ready',
      service: 'gateway',
      lagging: { 'early-childhood': lagging },
      refused: { 'early-childhood': refused },
      failingJobs: { 'early-childhood': failingJobs },
      warnings: { 'early-childhood': warnings },
    },
  });
});

it('checks the agencies once, however many ask meanwhile', async () => {
  let checks = 0;
  const check = async () => {
    checks += 1;
    await new Promise((resolve) => setTimeout(resolve, 500));
    return true;
  };
  gateway = await testGateway({ readiness: { employment: check } });
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => fetch(`${gateway.url}/health/ready`).then(({ status }) => status)),
  );
  expect(answers).toEqual(Array(50).fill(200));
  expect(checks).toBeLessThan(10);
});
