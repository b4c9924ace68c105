/**
 * A worker of jest has half a second to end. Nothing is left open in it, but taking its half gigabyte of modules apart takes
 * about as long on a busy machine, so it leaves without.
 */
if (process.env.JEST_WORKER_ID) process.once('beforeExit', () => process.exit());
