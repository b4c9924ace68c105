import { z } from 'zod';

/** What an agency that the city has admitted is here for. */
export const agencyKinds = ['CARE', 'BENEFITS', 'JOB_SEARCH'] as const;

export type AgencyKind = (typeof agencyKinds)[number];

/** The agencies that the city has admitted, by the `agency` that tokens name. */
export type AdmittedAgencies = ReadonlyMap<string, AgencyKind>;

const isKind = (kind: string | undefined): kind is AgencyKind => agencyKinds.some((each) => each === kind);

/** `RELAIS_AGENCIES`: `ville-de-nantes=CARE,departement-44=BENEFITS,caf-44=BENEFITS,france-travail=JOB_SEARCH`. */
export const admittedAgencies = z.string().transform((text, context): AdmittedAgencies => {
  const entries = text.split(',').map((entry) => {
    const [agency = '', kind, ...rest] = entry.split('=').map((part) => part.trim());
    return agency !== '' && rest.length === 0 && isKind(kind) ? ([agency, kind] as const) : null;
  });
  const known = entries.filter((entry) => entry !== null);
  const agencies = new Map(known);
  if (known.length === entries.length && agencies.size === entries.length) return agencies;
  context.addIssue(
    `expected agency=kind pairs, separated by commas, each agency once; kinds: ${agencyKinds.join(', ')}`,
  );
  return z.NEVER;
});
