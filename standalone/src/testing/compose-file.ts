import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

export const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

const mounted = z
  .union([z.string(), z.strictObject({ source: z.string(), target: z.string() })])
  .transform((secret) => (typeof secret === 'string' ? { source: secret, target: secret } : secret));

/** What of a service is asked about; of the rest nothing is said. */
const service = z.object({
  build: z.string().optional(),
  image: z.string(),
  user: z.string().optional(),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(mounted).default([]),
  networks: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  tmpfs: z.array(z.string()).default([]),
  read_only: z.boolean().default(false),
  privileged: z.boolean().default(false),
  network_mode: z.string().optional(),
  pid: z.string().optional(),
  devices: z.array(z.string()).default([]),
  cap_add: z.array(z.string()).default([]),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  mem_limit: z.string().optional(),
  pids_limit: z.int().optional(),
});

const composeFile = z.object({
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) }).nullable()),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
});

export type ComposedService = z.output<typeof service>;

/** docker-compose.yml, its shared parts merged as compose merges them. */
export const readComposeFile = async (): Promise<z.output<typeof composeFile>> =>
  composeFile.parse(parse(await readFile(`${REPOSITORY}docker-compose.yml`, 'utf8'), { merge: true }));
