import type { FigureConfidence } from './hourly-fee.ts';

export type Scale = 'collective' | 'family';

type Step = readonly [childrenTo: number, ratePerMillion: number];

/** Rates per million of monthly resources (619 is 0.0619 %), each up to a number of dependent children. */
type Rates = { readonly [scale in Scale]: readonly Step[] } & {
  /** How many of them, from the first on, were read in a source; the others are common knowledge. */
  readonly read: { readonly [scale in Scale]: number };
  readonly source: string;
};

type Bound = { readonly monthlyCents: number; readonly confidence: FigureConfidence };

export type FeePeriod = {
  readonly from: string;
  readonly floor: Bound;
  readonly ceiling: Bound;
  readonly rates: Rates;
  readonly source: string;
};

const steps = (...each: readonly Step[]): readonly Step[] => each;

/** In the family scale, 3 and 4 to 5 children always had one rate: it is one step there. */
const RATES_2018: Rates = {
  collective: steps([1, 600], [2, 500], [3, 400], [7, 300], [10, 200]),
  family: steps([1, 500], [2, 400], [5, 300], [10, 200]),
  read: { collective: 5, family: 1 },
  source: 'verrieres-le-buisson.fr (2018), CAF 66 (worked amounts for one child)',
};

const RATES_SEPTEMBER_2019: Rates = {
  collective: steps([1, 605], [2, 504], [3, 403], [7, 302], [10, 202]),
  family: steps([1, 504], [2, 403], [5, 302], [10, 202]),
  read: { collective: 5, family: 0 },
  source: 'vincennes.fr (2020), lemediasocial.fr (a rise of 0.8 %)',
};

const RATES_2020: Rates = {
  collective: steps([1, 610], [2, 508], [3, 406], [7, 305], [10, 203]),
  family: steps([1, 508], [2, 406], [5, 305], [10, 203]),
  read: { collective: 5, family: 0 },
  source: 'vincennes.fr (2020), leaetleo.com (centre rules of 2020)',
};

const RATES_2021: Rates = {
  collective: steps([1, 615], [2, 512], [3, 410], [7, 307], [10, 205]),
  family: steps([1, 512], [2, 410], [5, 307], [10, 205]),
  read: { collective: 5, family: 0 },
  source: 'toupty.org, centre rules of 2021',
};

const RATES_2022: Rates = {
  collective: steps([1, 619], [2, 516], [3, 413], [7, 310], [10, 206]),
  family: steps([1, 516], [2, 413], [5, 310], [10, 206]),
  read: { collective: 5, family: 0 },
  source: 'agds.fr (September 2024), lespetitescanailles.fr, suresnes.fr (2026)',
};

const read = (monthlyCents: number): Bound => ({ monthlyCents, confidence: 'READ_IN_SOURCE' });
const known = (monthlyCents: number): Bound => ({ monthlyCents, confidence: 'COMMON_KNOWLEDGE' });
/** Rebuilt from the RSA base amount on 1 January: 1.5 × base, less 16 % of it. */
const derived = (monthlyCents: number): Bound => ({ monthlyCents, confidence: 'DERIVED' });

/**
 * CNAF scale of family contributions (PSU), each period until the next begins. No primary circular could be
 * opened, so each figure says how sure it is.
 */
export const FEE_PERIODS: readonly FeePeriod[] = [
  {
    from: '2018-01-01',
    floor: read(68_730),
    ceiling: read(487_462),
    rates: RATES_2018,
    source: 'partenaires-caf66.fr, mon-enfant.fr',
  },
  {
    from: '2019-09-01',
    floor: read(70_527),
    ceiling: read(530_000),
    rates: RATES_SEPTEMBER_2019,
    source: 'babilou.fr',
  },
  {
    from: '2020-01-01',
    floor: read(70_527),
    ceiling: read(560_000),
    rates: RATES_2020,
    source: 'babilou.fr, leaetleo.com',
  },
  {
    from: '2021-01-01',
    floor: read(71_162),
    ceiling: known(580_000),
    rates: RATES_2021,
    source: 'mamanblonde.com (floor), crechelapetitevallee.fr (highest fee)',
  },
  {
    from: '2022-01-01',
    floor: derived(71_233),
    ceiling: read(600_000),
    rates: RATES_2022,
    source: 'CAF 45, mairesdefrance.com (ceiling)',
  },
  {
    from: '2023-01-01',
    floor: read(75_416),
    ceiling: read(600_000),
    rates: RATES_2022,
    source: 'mesclesdubonheur.fr (2023), CAF 45',
  },
  {
    from: '2024-01-01',
    floor: read(76_577),
    ceiling: read(600_000),
    rates: RATES_2022,
    source: 'agds.fr, CAF 45',
  },
  {
    from: '2024-09-01',
    floor: read(76_577),
    ceiling: read(700_000),
    rates: RATES_2022,
    source: 'agds.fr (September 2024), CAF 45',
  },
  {
    from: '2025-01-01',
    floor: derived(80_100),
    ceiling: read(700_000),
    rates: RATES_2022,
    source: 'CAF 45 (ceiling)',
  },
  {
    from: '2025-09-01',
    floor: derived(80_100),
    ceiling: read(850_000),
    rates: RATES_2022,
    source: 'caf.fr, 15 May 2025 (ceiling)',
  },
  {
    from: '2026-01-01',
    floor: read(81_462),
    ceiling: read(850_000),
    rates: RATES_2022,
    source: 'suresnes.fr (2026), caf.fr, 15 May 2025',
  },
];
