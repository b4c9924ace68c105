import { portNumber, readConfig } from '@relais/platform/config.ts';
import { runProcess } from '@relais/platform/process.ts';
import { print } from '@relais/platform/terminal.ts';
import { z } from 'zod';
import { wantedDataDir } from './data-folder.ts';
import { startRelais } from './start-relais.ts';
import { welcome } from './welcome.ts';

const settings = z.object({
  PORT: portNumber.default(4000),
  /** This machine only: the demo sign-in lets anybody be anyone. */
  HOST: z.string().default('127.0.0.1'),
  DEMO_SEED: z.coerce.number().int().min(0).default(1),
});

void runProcess(async (fail) => {
  const config = readConfig(settings);
  const clock = () => new Date();
  const relais = await startRelais({
    dataDir: wantedDataDir(),
    port: config.PORT,
    host: config.HOST,
    seed: config.DEMO_SEED,
    clock,
    tell: (step) => print(step.endsWith('.') ? step : `${step}…`),
    fail,
  });
  print(await welcome(relais, clock(), process.uptime()));
  return async () => {
    print('Stopping…');
    await relais.stop();
    print('Stopped. The data is kept.');
  };
});
