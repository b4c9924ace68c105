import { partId } from '../ids.ts';

/** So that every agency gives whoever signs in the same id, before any has told another. */
const DIRECTORY = '7d0b7c1e-5a0c-4f53-9f0e-2f6f0c5b8a10';

export const professionalIdOf = (sub: string): string => partId(DIRECTORY, sub);
