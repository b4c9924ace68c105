import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Values } from './arguments.ts';
import type { MeasuredCity } from './measured-city.ts';

/** Of so many families; who sees fewer follows too few to measure anything. */
const KNOWN = 50;

const IDS = `{
  families(first: ${KNOWN}) { edges { node {
    id reference adults { id } children { id placements { id } careRequests { id } } entitlements { id }
    milestones(first: 3) { edges { node { id } } }
  } } }
  centres { id sections { id } }
  districts { id }
}`;

const records = z.array(z.object({ id: z.string() }));
const pageOf = <Node extends z.ZodType>(node: Node) => z.object({ edges: z.array(z.object({ node })) });
const known = z.object({
  families: pageOf(
    z.object({
      id: z.string(),
      reference: z.string(),
      adults: records,
      children: z.array(z.object({ id: z.string(), placements: records, careRequests: records })),
      entitlements: records,
      milestones: pageOf(z.object({ id: z.string() })),
    }),
  ),
  centres: z.array(z.object({ id: z.string(), sections: records })),
  districts: records,
});

const MONTHS_OF_QUARTER = 3;

const lastQuarter = (today: Temporal.PlainDate): Values['quarter'] => {
  const begun = (today.month - 1) % MONTHS_OF_QUARTER;
  const next = today.with({ day: 1 }).subtract({ months: begun });
  return {
    from: next.subtract({ months: MONTHS_OF_QUARTER }).toString(),
    to: next.subtract({ days: 1 }).toString(),
  };
};

const idsIn = (rows: z.output<typeof records>): string[] => rows.map(({ id }) => id);

/** Records of the city that a question can be about. */
export const knownValues = async (
  city: MeasuredCity,
  token: string,
  today: Temporal.PlainDate,
): Promise<Values> => {
  const { families, centres, districts } = known.parse((await city.ask(IDS, token)).data);
  const nodes = families.edges.map(({ node }) => node);
  if (nodes.length < KNOWN) throw new Error(`Only ${nodes.length} of ${KNOWN} families are seen.`);
  const children = nodes.flatMap((node) => node.children);
  return {
    references: nodes.map(({ reference }) => reference),
    quarter: lastQuarter(today),
    day: (offset) => today.add({ days: offset }).toString(),
    idsOf: {
      Family: idsIn(nodes),
      Adult: nodes.flatMap(({ adults }) => idsIn(adults)),
      Child: children.map(({ id }) => id),
      Placement: children.flatMap(({ placements }) => idsIn(placements)),
      CareRequest: children.flatMap(({ careRequests }) => idsIn(careRequests)),
      Entitlement: nodes.flatMap(({ entitlements }) => idsIn(entitlements)),
      Milestone: nodes.flatMap(({ milestones }) => milestones.edges.map(({ node }) => node.id)),
      Centre: idsIn(centres),
      Section: centres.flatMap(({ sections }) => idsIn(sections)),
      District: idsIn(districts),
    },
  };
};
