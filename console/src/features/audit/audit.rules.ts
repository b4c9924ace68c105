import type { Known } from '../../graph/known.rules.ts';

export type Log = 'care' | 'jobSearch' | 'benefits';

type Access = { readonly id: string; readonly at: string };

type Page<Of> = {
  readonly edges: readonly { readonly node: Of }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
};

export type Merged<Of> = {
  /** Latest first, each with the agency whose log it stands in. */
  readonly shown: readonly (Of & { readonly log: Log })[];
  readonly away: readonly Log[];
  /** There are earlier ones than are shown. */
  readonly hasMore: boolean;
};

/**
 * The logs of three agencies as one. Of an agency that has more than it sent, nothing is known of the time before its last: what the
 * others tell of that time would look whole and is left out until more is asked for.
 */
export const mergedOf = <Of extends Access>(parts: Readonly<Record<Log, Known<Page<Of>>>>): Merged<Of> => {
  const logs: readonly Log[] = ['care', 'jobSearch', 'benefits'];
  const pages = logs.flatMap((log) => {
    const part = parts[log];
    return part.is === 'known' ? [{ log, page: part.value }] : [];
  });
  const cuts = pages.flatMap(({ page }) => {
    const last = page.edges.at(-1);
    return page.pageInfo.hasNextPage && last ? [Date.parse(last.node.at)] : [];
  });
  const since = Math.max(Number.NEGATIVE_INFINITY, ...cuts);
  const all = pages.flatMap(({ log, page }) => page.edges.map(({ node }) => ({ ...node, log })));
  return {
    shown: all
      .filter(({ at }) => Date.parse(at) >= since)
      .sort((one, other) => Date.parse(other.at) - Date.parse(one.at)),
    away: logs.filter((log) => parts[log].is === 'away'),
    hasMore: cuts.length > 0,
  };
};
