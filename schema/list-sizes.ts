import { supergraphSchema } from '@relais/gateway/limits/alias-rule.ts';
import { plainLists } from '@relais/gateway/limits/list-sizes.ts';

/** Of the federation itself: a list of records as long as what was asked about, and one that nobody outside can ask. */
const ENTITIES = /^Query\._/;

/** Lists without pages that do not say how many they hold: nobody could count what a question costs. */
export const unmeasuredLists = (supergraphSdl: string): string[] =>
  [...plainLists(supergraphSchema(supergraphSdl))]
    .filter(([field, size]) => size === undefined && !ENTITIES.test(field))
    .map(([field]) => `${field} is a list without pages: say how many it holds, @ListSize(…) beside it.`);
