import type { Answer, Known } from './known.rules.ts';

/** One part of an answer, with whose it is: what was read of one is never shown of another. */
export type Read<Data, Value> = {
  readonly of: string;
  readonly answer: Answer<Data>;
  readonly part: Known<Value>;
};

/**
 * What stays on the screen after a part was read: the last whole answer while its agency is away, so that nothing that is being written on it goes.
 * What is gone or shared no more is kept no longer, also when its agency goes away afterwards.
 */
export const keptOf = <Data, Value>(
  read: Read<Data, Value>,
  last: Read<Data, Value> | undefined,
): Read<Data, Value> | undefined => {
  const isSame = last?.of === read.of;
  if (read.part.is === 'known') return isSame && last.answer === read.answer ? last : read;
  return read.part.is === 'away' && isSame ? last : undefined;
};
