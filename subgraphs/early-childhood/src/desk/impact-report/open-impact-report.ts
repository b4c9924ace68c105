import { badUserInput } from '@relais/platform/errors.ts';
import { checkQuarter, type ReportKey } from '@relais/platform/statistics/report-key.ts';
import { districtsServedOn } from '../../centres/districts/district.queries.ts';
import type { Context } from '../wing.ts';
import { reportProblems } from './impact-report.messages.ts';
import { ImpactReport, type ImpactReportArguments, type QuarterArguments } from './impact-report.ts';

export const asReport = (key: ReportKey): ImpactReport => Object.assign(new ImpactReport(), key);

/** The report of a quarter that is over, of a district that exists. Its figures are counted when they are asked for. */
export const openImpactReport = async (
  { from, to, districtId = null }: ImpactReportArguments,
  { loaders, now }: Context,
): Promise<ImpactReport> => {
  checkQuarter({ from, to }, now);
  if (districtId !== null && !(await loaders.districts.load(districtId)))
    throw badUserInput('districtId', reportProblems, 'UNKNOWN_DISTRICT');
  return asReport({ from, to, districtId });
};

/** A report of each district that was served on the last day of a quarter, by number. */
export const openServedReports = async (
  { from, to }: QuarterArguments,
  { db, now }: Context,
): Promise<ImpactReport[]> => {
  checkQuarter({ from, to }, now);
  return (await districtsServedOn(db, to)).map(({ id: districtId }) => asReport({ from, to, districtId }));
};
