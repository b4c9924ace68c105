import { existsSync } from 'node:fs';
import { freePort } from '../../standalone/src/testing/free-port.ts';
import { agencyNames } from '../../subgraphs/agencies.ts';
import { LIMIT } from '../report/figures.ts';
import type { Question } from '../workloads/question.ts';
import { type Child, ofBench, startChild } from './child.ts';
import type { City } from './city.ts';
import { type Asked, askGraph, type Contender } from './contender.ts';
import { askByAddress } from './limit/ask-by-address.ts';
import { type Services, signInSettings, startGateway, startServices } from './services.ts';

export type Contenders = { readonly all: readonly Contender[]; stop(): Promise<void> };

export const startLimit = async (city: City): Promise<Child> => {
  const port = await freePort();
  return startChild({
    run: ofBench('./limit/main.ts'),
    env: { ...signInSettings(city), DATABASE_URLS: JSON.stringify(city.urls), PORT: String(port) },
    port,
    readyPath: '/ready',
  });
};

type Rest = { readonly client: Child; readonly services: readonly Child[] };

/** What a city writes today: a service for each agency, and a client that joins them. */
const startRest = async (city: City): Promise<Rest> => {
  const services: Child[] = [];
  const addresses: string[] = [];
  for (const name of agencyNames) {
    const port = await freePort();
    const env = { ...signInSettings(city), DATABASE_URL: city.urls[name], PORT: String(port) };
    services.push(await startChild({ run: ofBench('./rest/main.ts'), env, port, readyPath: '/ready' }));
    addresses.push(`${name}=http://127.0.0.1:${port}`);
  }
  const port = await freePort();
  const env = { SUBGRAPHS: addresses.join(','), PORT: String(port) };
  const client = await startChild({ run: ofBench('./rest/client.ts'), env, port, readyPath: '/ready' });
  return { client, services };
};

/** Only the one screen was written. */
const askRest = (question: Question): Asked | null =>
  question.workload === 'family-file' ? askByAddress(question) : null;

type Peer = { readonly name: string; readonly program: string; readonly readyPath: string };

const startPeer = async ({ program, readyPath }: Peer, { addresses, secret }: Services): Promise<Child> => {
  const port = await freePort();
  return startChild({
    run: ofBench(program),
    env: { SUBGRAPHS: addresses, INNER_HOP_SECRET: secret, PORT: String(port), NODE_ENV: 'production' },
    port,
    readyPath,
  });
};

const ALIVE = `/graphql?query=${encodeURIComponent('{__typename}')}`;
const STOCK: Peer = { name: 'stock @apollo/gateway', program: './stock/main.ts', readyPath: '/' };
const HIVE: Peer = { name: 'Hive (Rust planner)', program: './hive/main.mjs', readyPath: ALIVE };

const HIVE_IS_INSTALLED = existsSync(new URL('./hive/node_modules', import.meta.url));

/** One that was not installed (`npm run peers`) is left out. */
const peers = (): readonly Peer[] => (HIVE_IS_INSTALLED ? [STOCK, HIVE] : [STOCK]);

export const standaloneOf = ({ standalone: { url, pid } }: City): Contender => ({
  name: 'Relais standalone',
  url,
  pids: { node: [pid] },
  ask: askGraph,
});

export const limitOf = ({ url, pid }: Child): Contender => ({
  name: LIMIT,
  url,
  pids: { node: [pid] },
  ask: askByAddress,
});

/** Everybody who is measured. Standalone runs already, and comes first: the others are compared with it. */
export const startContenders = async (city: City): Promise<Contenders> => {
  const services = await startServices(city);
  const gateway = await startGateway(city, services);
  const limit = await startLimit(city);
  const rest = await startRest(city);
  const subgraphs = Object.values(services.agencies).map(({ pid }) => pid);
  const overServices = (name: string, { url, pid }: Child): Contender => ({
    name,
    url,
    pids: { gateway: [pid], subgraphs },
    ask: askGraph,
  });
  const started: [Peer, Child][] = [];
  for (const peer of peers()) started.push([peer, await startPeer(peer, services)]);
  return {
    all: [
      standaloneOf(city),
      limitOf(limit),
      {
        name: 'three REST services, joined',
        url: rest.client.url,
        pids: { gateway: [rest.client.pid], subgraphs: rest.services.map(({ pid }) => pid) },
        ask: askRest,
      },
      overServices('Relais distributed', gateway),
      ...started.map(([{ name }, child]) => overServices(name, child)),
    ],
    async stop() {
      const others = [...started.map(([, child]) => child), ...rest.services, rest.client, limit, gateway];
      await Promise.all(others.map((child) => child.stop()));
      await services.stop();
    },
  };
};
