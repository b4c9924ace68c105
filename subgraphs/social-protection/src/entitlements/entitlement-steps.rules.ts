import type { State } from './entitlement-status.ts';
import type { Scheme } from './scheme.ts';

type Steps = Readonly<Record<State, readonly State[]>>;

/** RSA file states 0 to 6. A step to the same state carries a new amount or reason. */
const rsaSteps = {
  PENDING: ['REFUSED', 'OPEN', 'SUSPENDED', 'PAYMENT_SUSPENDED'],
  REFUSED: ['OPEN'], // an appeal may succeed
  OPEN: ['OPEN', 'SUSPENDED', 'PAYMENT_SUSPENDED', 'CLOSED'],
  SUSPENDED: ['OPEN', 'SUSPENDED', 'PAYMENT_SUSPENDED', 'CLOSED'],
  PAYMENT_SUSPENDED: ['OPEN', 'SUSPENDED', 'PAYMENT_SUSPENDED', 'CLOSED'],
  CLOSED: ['OPEN', 'CLOSED_EARLIER'],
  CLOSED_EARLIER: [],
} satisfies Steps;

const otherSteps = {
  PENDING: ['OPEN', 'CLOSED'],
  REFUSED: [],
  OPEN: ['OPEN', 'SUSPENDED', 'CLOSED'],
  SUSPENDED: ['OPEN', 'SUSPENDED', 'CLOSED'],
  PAYMENT_SUSPENDED: [],
  CLOSED: [],
  CLOSED_EARLIER: [],
} satisfies Steps;

const stepsOf = (scheme: Scheme): Steps => (scheme === 'RSA' ? rsaSteps : otherSteps);

export const mayStep = (scheme: Scheme, from: State, to: State): boolean =>
  stepsOf(scheme)[from].includes(to);

/** In which states a benefit may first be recorded: a file often reaches us when it is open already. */
const firstStates = {
  rsa: ['PENDING', 'OPEN', 'SUSPENDED', 'PAYMENT_SUSPENDED'],
  other: ['PENDING', 'OPEN', 'SUSPENDED'],
} satisfies Record<string, readonly State[]>;

export const firstStatesOf = (scheme: Scheme): readonly State[] =>
  scheme === 'RSA' ? firstStates.rsa : firstStates.other;

export const mayStartIn = (scheme: Scheme, state: State): boolean => firstStatesOf(scheme).includes(state);

/** Nothing more is expected of such an entitlement; a new one may be opened beside it. */
export const isOver = (state: State): boolean =>
  state === 'REFUSED' || state === 'CLOSED' || state === 'CLOSED_EARLIER';

/** Benefits that are due per child, so that a family may have several at once. */
export const isPerChild = (scheme: Scheme): boolean =>
  scheme === 'ASF' || scheme === 'AEEH' || scheme === 'CMG';
