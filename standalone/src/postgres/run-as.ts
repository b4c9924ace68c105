import { createHash } from 'node:crypto';
import path from 'node:path';

/** The user PostgreSQL runs as; empty when it is the one who started us. */
export type RunAs = { readonly uid?: number; readonly gid?: number };

/** For root, whose folders PostgreSQL's own user often cannot enter. Not /var/tmp: that one is swept. */
const HOME_FOR_ROOT = '/var/lib/relais';

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** Where PostgreSQL's user can reach what root keeps at `original`. */
export const reachableFor = (original: string, prefix = ''): string =>
  path.join(HOME_FOR_ROOT, prefix + shortHash(original));
