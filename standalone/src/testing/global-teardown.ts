import { rm } from 'node:fs/promises';

export default async (): Promise<void> => {
  await globalThis.relaisTestPostgres?.stop();
  if (globalThis.relaisTestFolder) await rm(globalThis.relaisTestFolder, { recursive: true, force: true });
};
