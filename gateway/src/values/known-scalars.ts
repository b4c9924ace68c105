import { CivilDate, DateTime, LocalTime } from '@relais/platform/graphql/scalars.ts';
import type { GraphQLScalarType } from 'graphql';
import type { SentenceKey } from '../messages/sentences.ts';

type KnownScalar = { readonly type: GraphQLScalarType; readonly expected: SentenceKey };

/** Scalars of ours, which the composed schema knows by name only: read here, a wrong one outages no agency. */
export const knownScalars: ReadonlyMap<string, KnownScalar> = new Map([
  ['Date', { type: CivilDate, expected: 'NOT_A_DATE' }],
  ['DateTime', { type: DateTime, expected: 'NOT_AN_INSTANT' }],
  ['LocalTime', { type: LocalTime, expected: 'NOT_A_TIME' }],
]);

/** Whether a reader takes what it is given. */
export const canRead = (read: () => unknown): boolean => {
  try {
    return read() !== undefined;
  } catch {
    return false;
  }
};
