/** The graph as it was composed with `npm run schema`. */
export const SUPERGRAPH = new URL('../../schema/supergraph.graphql', import.meta.url);
