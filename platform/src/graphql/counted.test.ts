import { expect, it } from '@jest/globals';
import { counted } from './counted.ts';

it('counts a list when it is asked how many there are, and once', async () => {
  let asked = 0;
  const list = counted({ edges: [] }, async () => {
    asked += 1;
    return 1001;
  });
  expect(asked).toBe(0);
  expect([await list.totalCount, await list.isExact, asked]).toEqual([1000, false, 1]);
  expect(list.totalCount).toBe(list.totalCount);
});

it('says that a thousand is all of them', async () => {
  const list = counted({}, () => Promise.resolve(1000));
  expect([await list.totalCount, await list.isExact]).toEqual([1000, true]);
});

it('fails for whoever asks, and for nobody else', async () => {
  const list = counted({}, () => Promise.reject(new Error('away')));
  // Read and not waited for, as an executor does that looks before it asks.
  const looked = list.totalCount;
  await expect(list.totalCount).rejects.toThrow('away');
  await expect(looked).rejects.toThrow('away');
});
