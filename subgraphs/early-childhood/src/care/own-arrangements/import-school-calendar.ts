import { type Importing, sendPatiently } from '@relais/platform/importing/send-rows.ts';
import { z } from 'zod';
import { readSchoolCalendar } from './read-school-calendar.ts';

const taking = {
  name: 'loadSchoolTerms',
  document: `mutation LoadSchoolTerms($input: LoadSchoolTermsInput!) {
  loadSchoolTerms(input: $input) { knownUntil familiesLookedAt refusal { reason message } } }`,
  report: z.object({
    knownUntil: z.string().nullable(),
    familiesLookedAt: z.number(),
    refusal: z.object({ reason: z.string(), message: z.string() }).nullable(),
  }),
};

/**
 * Adds what the ministry's file says beyond the school calendar that is known, and answers the exit code: 0 when it was taken or known
 * already, 2 when it was refused.
 */
export const importSchoolCalendar = async (
  path: string,
  { zone, ...importing }: Importing & { readonly zone: string },
): Promise<0 | 2> => {
  const terms = (await readSchoolCalendar(path, zone)).map(({ startsOn, endsOn }) => ({
    startsOn: startsOn.toString(),
    endsOn: endsOn.toString(),
  }));
  const { knownUntil, familiesLookedAt, refusal } = await sendPatiently(
    taking,
    { terms, isWhatFollowsOnly: true },
    importing,
  );
  if (refusal) {
    importing.say(`${refusal.reason} ${refusal.message}`);
    return 2;
  }
  const only = importing.isPreview ? 'dry run, nothing stored: ' : '';
  importing.say(
    `${only}school is known until ${knownUntil}; cover of ${familiesLookedAt} families looked at again`,
  );
  return 0;
};
