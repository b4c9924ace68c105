export default async (): Promise<void> => {
  await globalThis.relaisTestPostgres?.stop();
};
