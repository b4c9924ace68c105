import type { Ids } from '../seeing/family-with-canaries.ts';
import type { TestWholeGraph } from '../test-whole-graph.ts';
import type { Known } from './values.ts';

const SEVERAL = 5;

/** By the names that arguments have for them: the records of the family with canaries, and of the city around it. */
export const knownRecords = async ({ agencies }: TestWholeGraph, ids: Ids): Promise<Known> => {
  const idsIn = async (agency: keyof typeof agencies, table: string, column = 'id'): Promise<string[]> => {
    const rows: { id: string }[] = await agencies[agency].db.query(
      `select "${column}"::text as id from ${table} order by "${column}" limit ${SEVERAL}`,
    );
    return rows.map(({ id }) => id);
  };
  const centres = await idsIn('early-childhood', 'centres');
  const districts = await idsIn('early-childhood', 'districts');
  const professionals = await idsIn('social-protection', 'professionals');
  return new Map<string, readonly string[]>([
    ...[...ids].map(([name, id]): [string, string[]] => [name, [id]]),
    ...['centreId', 'centreIds', 'rankedCentreIds'].map((name): [string, string[]] => [name, centres]),
    ...['districtId', 'districtIds'].map((name): [string, string[]] => [name, districts]),
    ['sectionId', await idsIn('early-childhood', 'sections')],
    ['commissionId', await idsIn('early-childhood', 'admission_commissions')],
    ['admissionCommissionId', await idsIn('early-childhood', 'admission_commissions')],
    ['professionalId', professionals],
    ['advisorId', await idsIn('employment', 'job_seekers', 'advisor_id')],
    ['askedBy', ['somebody']],
  ]);
};
