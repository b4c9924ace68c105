import type { AdapterFactory, AdapterPayload } from 'oidc-provider';

type Kept = { readonly payload: AdapterPayload; readonly until: number };

const MOST_KEPT = 10_000;

/** What the issuer remembers while it runs: a new start asks everybody to sign in again. */
export const keptInMemory = (): AdapterFactory => {
  const records = new Map<string, Kept>();
  const found = (key: string): AdapterPayload | undefined => {
    const kept = records.get(key);
    return kept && kept.until > Date.now() ? kept.payload : undefined;
  };
  const keep = (key: string, payload: AdapterPayload, seconds = Number.POSITIVE_INFINITY) => {
    records.delete(key);
    records.set(key, { payload, until: Date.now() + seconds * 1000 });
    for (const [name, { until }] of records) {
      if (until > Date.now() && records.size <= MOST_KEPT) break;
      records.delete(name);
    }
  };

  return (model) => ({
    upsert: async (id, payload, seconds) => keep(`${model}:${id}`, payload, seconds),
    find: async (id) => found(`${model}:${id}`),
    async findByUid(uid) {
      const isOf = ([key, { payload }]: [string, Kept]) => key.startsWith(`${model}:`) && payload.uid === uid;
      const key = [...records].find(isOf)?.[0];
      return key === undefined ? undefined : found(key);
    },
    findByUserCode: async () => undefined,
    async consume(id) {
      const payload = found(`${model}:${id}`);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      records.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of records) if (payload.grantId === grantId) records.delete(key);
    },
  });
};
