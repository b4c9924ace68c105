import type { Question } from '../../workloads/question.ts';
import type { Asked } from '../contender.ts';

/** What was written by hand. */
const WRITTEN = new Set(['family-file', 'page-of-families', 'week-of-milestones']);

/** By name, as an address: whoever writes by hand needs no language of questions. */
export const askByAddress = ({ workload, variables }: Question): Asked | null =>
  WRITTEN.has(workload)
    ? { method: 'GET', path: `/${workload}?${new URLSearchParams(variables as Record<string, string>)}` }
    : null;
