import type { Question } from '../../workloads/question.ts';
import type { Asked } from '../contender.ts';

/** By name, as an address: whoever writes by hand needs no language of questions. */
export const askByAddress = ({ workload, variables }: Question): Asked => ({
  method: 'GET',
  path: `/${workload}?${new URLSearchParams(variables as Record<string, string>)}`,
});
