import { Colleagues } from '../../graph/asked/colleagues.ts';
import { answerOf, answers } from '../../graph/use-answer.ts';
import { useSeen } from '../../graph/use-seen.ts';
import type { Colleague } from './colleague.ts';

const readAgain = async ({ id, name, agency }: Colleague): Promise<Colleague | undefined> => {
  const variables = { withDeparted: true, agencyId: agency, search: name };
  const { data } = await answers.fetchQuery({ ...answerOf(Colleagues, variables), staleTime: 0 });
  return data.professionals.edges.find(({ node }) => node.id === id)?.node;
};

/** The entry that a form changes, read anew when another administrator changed it meanwhile. */
export const useColleague = (of: Colleague) => useSeen(of, () => readAgain(of));
