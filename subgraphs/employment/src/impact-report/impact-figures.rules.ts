import { cellsOf, type DistrictRow } from '@relais/platform/statistics/areas.rules.ts';
import type { FigureTable } from '@relais/platform/statistics/figures.rules.ts';
import type { ReturnKind } from '../returns-to-work/return-to-work.ts';
import type { FollowUpRow, JobSeekersRow, MilestonesRow } from './impact-figures.queries.ts';

/** Attended and missed make up what was held: either both are shown or none. */
export const milestoneTable = (
  rows: readonly MilestonesRow[],
  districts: readonly DistrictRow[],
): FigureTable<'held' | 'attended' | 'missed' | 'forChildcare'> => ({
  held: { cells: cellsOf(rows, districts, (row) => ({ count: row.held, units: row.heldFamilies })) },
  attended: {
    partOf: 'held',
    cells: cellsOf(rows, districts, (row) => ({
      ...{ count: row.held - row.missed, units: row.attendedFamilies },
      otherUnits: row.missedFamilies,
    })),
  },
  missed: {
    partOf: 'held',
    cells: cellsOf(rows, districts, (row) => ({
      ...{ count: row.missed, units: row.missedFamilies },
      otherUnits: row.attendedFamilies,
    })),
  },
  forChildcare: {
    partOf: 'missed',
    cells: cellsOf(rows, districts, (row) => ({
      ...{ count: row.forChildcare, units: row.forChildcareFamilies },
      otherUnits: row.otherwiseMissedFamilies,
    })),
  },
});

export const returnTable = (
  rows: readonly JobSeekersRow[],
  districts: readonly DistrictRow[],
): FigureTable<'jobSeekers' | ReturnKind> => {
  const partOf = (kind: ReturnKind) => ({
    partOf: 'jobSeekers' as const,
    cells: cellsOf(rows, districts, (row) => ({
      ...{ count: row[kind], units: row[kind] },
      otherUnits: row.jobSeekers - row[kind],
    })),
  });
  return {
    jobSeekers: {
      cells: cellsOf(rows, districts, (row) => ({ count: row.jobSeekers, units: row.jobSeekers })),
    },
    EMPLOYMENT: partOf('EMPLOYMENT'),
    TRAINING: partOf('TRAINING'),
    EDUCATION: partOf('EDUCATION'),
    OTHER: partOf('OTHER'),
  };
};

export const followUpTable = (
  rows: readonly FollowUpRow[],
  districts: readonly DistrictRow[],
): FigureTable<'reached' | 'stillThere'> => ({
  reached: { cells: cellsOf(rows, districts, (row) => ({ count: row.reached, units: row.reachedFamilies })) },
  stillThere: {
    partOf: 'reached',
    cells: cellsOf(rows, districts, (row) => ({
      ...{ count: row.stillThere, units: row.stillThereFamilies },
      otherUnits: row.otherFamilies,
    })),
  },
});
