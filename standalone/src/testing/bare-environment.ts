/** Without these a program would run by the machine's clock while `npm run prove:days` lets its test run by another. */
const CLOCK = ['LD_PRELOAD', 'FAKETIME', 'FAKETIME_SHARED', 'FAKETIME_DONT_FAKE_MONOTONIC', 'NO_FAKE_STAT'];

/** All that a program which a test starts knows of this machine: where programs are, and what time it is. */
export const bareEnvironment = (environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv =>
  Object.fromEntries(['PATH', 'HOME', ...CLOCK].map((name) => [name, environment[name]]));
