import { prepareCity } from './prepare-city.ts';

const prepared = process.env.RELAIS_PREPARED;

/** `npm ci` ends with this: a first start finds its databases made. Where that is not possible, it makes them itself. */
if (prepared) void prepareCity(prepared).catch(() => undefined);
