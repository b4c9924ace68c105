import { expect, it } from '@jest/globals';
import { KnownOperations } from './known-operations.ts';

const asked = (text: string, operationName?: string) => ({ text, operationName });

it('tells operations by their text and their name', () => {
  const known = new KnownOperations<number>();
  known.add(asked('{ a }'), 1, 5);
  known.add(asked('{ a }', 'A'), 2, 5);
  expect(known.get(asked('{ a }'))).toBe(1);
  expect(known.get(asked('{ a }', 'A'))).toBe(2);
  expect(known.get(asked('{ a } '))).toBeUndefined();
  expect(known.get(asked('}', '{ a '))).toBeUndefined();
  expect(known.get(asked('{ a }', ''))).toBeUndefined();
});

it('forgets what was asked least lately beyond a thousand', () => {
  const known = new KnownOperations<number>();
  for (let index = 0; index < 1_000; index += 1) known.add(asked(`{ a${index} }`), index, 5);
  known.get(asked('{ a0 }'));
  known.add(asked('{ new }'), -1, 5);
  expect(known.size).toBe(1_000);
  expect(known.get(asked('{ a0 }'))).toBe(0);
  expect(known.get(asked('{ a1 }'))).toBeUndefined();
});

it('keeps no more text than it may, whatever is sent', () => {
  const known = new KnownOperations<string>();
  for (let index = 0; index < 50; index += 1) known.add(asked(`{ a${index} }`), 'long', 100_000);
  expect(known.size).toBe(20);
  known.add(asked('{ a49 }'), 'again', 100_000);
  expect(known.size).toBe(20);
  known.add(asked('{ whole }'), 'too long', 5_000_000);
  expect(known.size).toBe(0);
});
