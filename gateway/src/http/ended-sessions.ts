import type { TokenVerifier } from '@relais/platform/auth/tokens.ts';
import { TokenRefused } from '@relais/platform/auth/tokens.ts';
import type { Endings } from '../data-sources/endings.ts';
import type { RelaisDataSource } from '../data-sources/resilient-data-source.ts';

/** Whose session ended is turned away at the door, before any agency is asked. */
export const refusingEnded =
  (verify: TokenVerifier, endings: Endings): TokenVerifier =>
  async (bearer) => {
    const claims = await verify(bearer);
    if (endings.isEnded(claims)) throw new TokenRefused(true, 'EXPIRED');
    return claims;
  };

/** An agency that does not know yet that the session has ended is not asked: it would answer. */
export const unlessEnded = (name: string, source: RelaisDataSource, endings: Endings): RelaisDataSource => ({
  async answer(request) {
    const { user, silentSubgraphs } = request.context;
    if (!(await endings.mayAsk(name, user))) silentSubgraphs.add(name);
    return source.answer(request);
  },
});
