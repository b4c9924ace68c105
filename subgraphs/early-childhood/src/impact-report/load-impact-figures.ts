import type { Database } from '@relais/platform/database/database.ts';
import { loaderBy, type Waves } from '@relais/platform/database/loaders.ts';
import type { Quarter } from '@relais/platform/statistics/quarter.rules.ts';
import { areasOfFamilies, emergencyNotice, familiesServed } from './impact-figures.queries.ts';
import { careFigures, emergencyFigures } from './impact-figures.rules.ts';

const loadCareFigures = async (db: Database, quarter: Quarter) =>
  careFigures(await familiesServed(db, quarter), await areasOfFamilies(db));

const loadEmergencyFigures = async (db: Database, quarter: Quarter) =>
  emergencyFigures(await emergencyNotice(db, quarter), await areasOfFamilies(db));

const quarterKey = ({ from }: Quarter): string => from.toString();

/** Counted once per quarter and request, for all districts: what is withheld in one depends on the others. */
export const impactLoaders = (db: Database, waves: Waves) => ({
  careFigures: loaderBy(
    waves,
    (quarters: readonly Quarter[]) => Promise.all(quarters.map((each) => loadCareFigures(db, each))),
    quarterKey,
  ),
  emergencyFigures: loaderBy(
    waves,
    (quarters: readonly Quarter[]) => Promise.all(quarters.map((each) => loadEmergencyFigures(db, each))),
    quarterKey,
  ),
});
