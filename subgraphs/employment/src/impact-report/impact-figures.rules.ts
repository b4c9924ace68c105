import { cellsOf, type DistrictRow } from '@relais/platform/statistics/areas.rules.ts';
import { type ShownCounts, shownCounts } from '@relais/platform/statistics/secrecy.rules.ts';
import type { FollowUpPoint } from '../returns-to-work/follow-up.ts';
import type { ReturnKind } from '../returns-to-work/return-to-work.ts';
import type { ReportedCover } from './impact-report.ts';

export type MilestonesRow = DistrictRow & { readonly cover: ReportedCover } & Readonly<
    Record<
      | 'held'
      | 'heldFamilies'
      | 'attendedFamilies'
      | 'missed'
      | 'missedFamilies'
      | 'forChildcare'
      | 'forChildcareFamilies'
      | 'otherwiseMissedFamilies',
      number
    >
  >;

export type JobSeekersRow = DistrictRow & Readonly<Record<'jobSeekers' | ReturnKind, number>>;

export type FollowUpRow = DistrictRow & { readonly point: FollowUpPoint } & Readonly<
    Record<'reached' | 'reachedFamilies' | 'stillThere' | 'stillThereFamilies' | 'otherFamilies', number>
  >;

export type MilestoneFigures = Readonly<Record<'held' | 'attended' | 'missed' | 'forChildcare', ShownCounts>>;

/** Attended and missed make up what was held: either both are shown or none. */
export const milestoneFigures = (
  rows: readonly MilestonesRow[],
  districts: readonly DistrictRow[],
): MilestoneFigures => {
  const held = shownCounts(cellsOf(rows, districts, (row) => ({ count: row.held, units: row.heldFamilies })));
  const attended = shownCounts(
    cellsOf(rows, districts, (row) => ({
      ...{ count: row.held - row.missed, units: row.attendedFamilies },
      otherUnits: row.missedFamilies,
    })),
    held,
  );
  const missed = shownCounts(
    cellsOf(rows, districts, (row) => ({
      ...{ count: row.missed, units: row.missedFamilies },
      otherUnits: row.attendedFamilies,
    })),
    held,
  );
  const forChildcare = shownCounts(
    cellsOf(rows, districts, (row) => ({
      ...{ count: row.forChildcare, units: row.forChildcareFamilies },
      otherUnits: row.otherwiseMissedFamilies,
    })),
    missed,
  );
  return { held, attended, missed, forChildcare };
};

export type ReturnFigures = Readonly<Record<'jobSeekers' | ReturnKind, ShownCounts>>;

export const returnFigures = (
  rows: readonly JobSeekersRow[],
  districts: readonly DistrictRow[],
): ReturnFigures => {
  const jobSeekers = shownCounts(
    cellsOf(rows, districts, (row) => ({ count: row.jobSeekers, units: row.jobSeekers })),
  );
  const partOf = (kind: ReturnKind) =>
    shownCounts(
      cellsOf(rows, districts, (row) => ({
        ...{ count: row[kind], units: row[kind] },
        otherUnits: row.jobSeekers - row[kind],
      })),
      jobSeekers,
    );
  return {
    jobSeekers,
    EMPLOYMENT: partOf('EMPLOYMENT'),
    TRAINING: partOf('TRAINING'),
    EDUCATION: partOf('EDUCATION'),
    OTHER: partOf('OTHER'),
  };
};

export type FollowUpFigures = Readonly<Record<'reached' | 'stillThere', ShownCounts>>;

export const followUpFigures = (
  rows: readonly FollowUpRow[],
  districts: readonly DistrictRow[],
): FollowUpFigures => {
  const reached = shownCounts(
    cellsOf(rows, districts, (row) => ({ count: row.reached, units: row.reachedFamilies })),
  );
  const stillThere = shownCounts(
    cellsOf(rows, districts, (row) => ({
      ...{ count: row.stillThere, units: row.stillThereFamilies },
      otherUnits: row.otherFamilies,
    })),
    reached,
  );
  return { reached, stillThere };
};
