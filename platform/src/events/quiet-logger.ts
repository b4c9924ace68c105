import { Logger } from 'graphile-worker';

/** Deliveries are logged by us; the queue's own chatter at each job would drown them. */
export const quietLogger = (): Logger => new Logger(() => () => undefined);
