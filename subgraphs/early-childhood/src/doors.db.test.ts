import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  auditor,
  caseworker,
  centreStaff,
  coordinator,
  integrator,
} from '@relais/platform/testing/test-users.ts';
import { type GraphQLNamedType, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { placementDoors } from './placements/testing/placement-doors.ts';
import { subgraph } from './subgraph.ts';

const roles = { caseworker, advisor, coordinator, centreStaff, integrator, auditor };
type RoleName = keyof typeof roles;

const EVERYBODY: readonly RoleName[] = [
  'caseworker',
  'advisor',
  'coordinator',
  'centreStaff',
  'integrator',
  'auditor',
];
const THE_FILE: readonly RoleName[] = ['caseworker', 'coordinator'];
const COVERING: readonly RoleName[] = ['caseworker', 'advisor', 'coordinator'];
const BOOKING: readonly RoleName[] = ['coordinator'];
const THE_CENTRE: readonly RoleName[] = ['coordinator', 'centreStaff'];

const ID = '0197c7a0-0000-7000-8000-000000000001';
const byId = (door: string): string => `{ ${door}(id: "${ID}") { id } }`;
const change = (door: string, input: string): string =>
  `mutation { ${door}(input: { ${input} }) { refusal { reason } } }`;
const times = 'startsAt: "2026-03-03T09:00:00+01:00", endsAt: "2026-03-03T12:00:00+01:00"';
const later = 'startsAt: "2038-03-02T09:00:00Z", endsAt: "2038-03-02T12:00:00Z"';
const nowhere = 'street: "", postalCode: "", city: ""';
const home = `{ householdKind: COUPLE, address: { ${nowhere} } }`;

/** How to knock at each query and mutation, and who is let in. */
const doors: Readonly<Record<string, readonly [string, readonly RoleName[]]>> = {
  districts: ['{ districts { id } }', EVERYBODY],
  district: [byId('district'), EVERYBODY],
  centres: ['{ centres { id } }', EVERYBODY],
  centre: [byId('centre'), EVERYBODY],
  section: [byId('section'), EVERYBODY],
  family: ['{ family(reference: "NAN-000000") { id } }', THE_FILE],
  familyById: [byId('familyById'), THE_FILE],
  families: ['{ families { edges { cursor } } }', THE_FILE],
  adult: [byId('adult'), THE_FILE],
  child: [byId('child'), THE_FILE],
  placement: [byId('placement'), THE_FILE],
  booking: [byId('booking'), THE_FILE],
  careRequest: [byId('careRequest'), THE_FILE],
  commission: [byId('commission'), THE_FILE],
  commissions: ['{ commissions(from: "2026-03-02", to: "2026-03-09") { id } }', THE_FILE],
  scheduleCommission: [change('scheduleCommission', 'heldOn: "2026-03-02"'), BOOKING],
  recordCommissionDecision: [
    change(
      'recordCommissionDecision',
      `commissionId: "${ID}", careRequestId: "${ID}", version: 1, decision: GRANTED`,
    ),
    BOOKING,
  ],
  closeCommission: [change('closeCommission', `commissionId: "${ID}", version: 1`), BOOKING],
  waitingList: ['{ waitingList { edges { cursor } } }', THE_FILE],
  careOffer: [byId('careOffer'), THE_FILE],
  careOptions: [
    `{ careOptions(need: { childId: "${ID}", kind: EMERGENCY, ${later} }) { startsAt } }`,
    THE_FILE,
  ],
  impactReport: [
    '{ impactReport(from: "2025-10-01", to: "2025-12-31") { from } }',
    ['coordinator', 'auditor'],
  ],
  familyLookups: ['{ familyLookups { edges { cursor } } }', ['auditor']],
  lookUpFamily: [change('lookUpFamily', 'surname: "", childBirthDate: "2024-06-01"'), THE_FILE],
  registerFamily: [change('registerFamily', `family: ${home}, adults: []`), THE_FILE],
  addAdult: [change('addAdult', `familyId: "${ID}", adult: { firstName: "", lastName: "" }`), THE_FILE],
  addChild: [change('addChild', `familyId: "${ID}", child: { lastName: "" }`), THE_FILE],
  changeAddress: [
    change('changeAddress', `familyId: "${ID}", version: 1, address: { ${nowhere} }, since: "2026-03-02"`),
    THE_FILE,
  ],
  changeHousehold: [change('changeHousehold', `familyId: "${ID}", version: 1`), THE_FILE],
  correctAdult: [change('correctAdult', `adultId: "${ID}", version: 1`), THE_FILE],
  correctChild: [change('correctChild', `childId: "${ID}", version: 1`), THE_FILE],
  recordBirth: [
    change('recordBirth', `childId: "${ID}", version: 1, firstName: "", birthDate: "2026-03-02"`),
    THE_FILE,
  ],
  recordAdultDeparture: [change('recordAdultDeparture', `adultId: "${ID}", version: 1`), THE_FILE],
  recordChildDeparture: [change('recordChildDeparture', `childId: "${ID}", version: 1`), THE_FILE],
  mergeFamilies: [
    change(
      'mergeFamilies',
      `survivorId: "${ID}", survivorVersion: 1, duplicateId: "${ID}", duplicateVersion: 1`,
    ),
    BOOKING,
  ],
  shareResidence: [change('shareResidence', `childId: "${ID}", otherFamilyId: "${ID}"`), THE_FILE],
  submitCareRequest: [change('submitCareRequest', `childId: "${ID}", kind: LONG_TERM`), THE_FILE],
  changeCareRequest: [change('changeCareRequest', `careRequestId: "${ID}", version: 1`), THE_FILE],
  withdrawCareRequest: [change('withdrawCareRequest', `careRequestId: "${ID}", version: 1`), THE_FILE],
  proposeAlternative: [change('proposeAlternative', `careRequestId: "${ID}", version: 1, text: ""`), BOOKING],
  refuseCareRequest: [change('refuseCareRequest', `careRequestId: "${ID}", version: 1, reason: ""`), BOOKING],
  offerPlace: [change('offerPlace', `careRequestId: "${ID}", version: 1, sectionId: "${ID}"`), BOOKING],
  admitChild: [change('admitChild', `careRequestId: "${ID}", version: 1`), BOOKING],
  acceptOffer: [change('acceptOffer', `offerId: "${ID}", version: 1`), BOOKING],
  declineOffer: [change('declineOffer', `offerId: "${ID}", version: 1, reason: ""`), BOOKING],
  withdrawOffer: [change('withdrawOffer', `offerId: "${ID}", version: 1, reason: ""`), BOOKING],
  bookCare: [change('bookCare', `childId: "${ID}", sectionId: "${ID}", kind: EMERGENCY, ${times}`), BOOKING],
  coverMilestone: [change('coverMilestone', `milestoneId: "${ID}", milestoneVersion: 1`), COVERING],
  cancelBooking: [change('cancelBooking', `bookingId: "${ID}", version: 1, reason: "Absence"`), BOOKING],
  moveBooking: [change('moveBooking', `bookingId: "${ID}", version: 1, ${times}`), BOOKING],
  recordAttendance: [
    change('recordAttendance', `bookingId: "${ID}", version: 1, outcome: ABSENT`),
    THE_CENTRE,
  ],
  recordOwnArrangement: [
    change('recordOwnArrangement', `childId: "${ID}", kind: FAMILY, dated: { ${times} }`),
    THE_FILE,
  ],
  endOwnArrangement: [
    change('endOwnArrangement', `ownArrangementId: "${ID}", version: 1, from: "2038-03-01"`),
    THE_FILE,
  ],
  removeOwnArrangement: [change('removeOwnArrangement', `ownArrangementId: "${ID}", version: 1`), THE_FILE],
  correctOwnArrangement: [
    change(
      'correctOwnArrangement',
      `ownArrangementId: "${ID}", version: 1, kind: FAMILY, dated: { ${times} }`,
    ),
    THE_FILE,
  ],
  ...placementDoors,
};

type Described = { readonly name: string; readonly description?: string | null | undefined };

const membersOf = (type: GraphQLNamedType): readonly Described[] => {
  if (isEnumType(type)) return type.getValues();
  if (isInputObjectType(type)) return Object.values(type.getFields());
  if (isObjectType(type)) return Object.values(type.getFields()).flatMap((field) => [field, ...field.args]);
  return [];
};

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
afterAll(() => graph.close());

describe('the doors of early childhood', () => {
  it.each(Object.entries(doors))(
    '%s lets in whom the list names, and nobody else',
    async (_door, [knock, guests]) => {
      const met: string[] = [];
      for (const [name, as] of Object.entries(roles)) {
        const { errors } = await graph.query(knock, {}, as());
        const codes = errors.map(({ extensions }) => extensions?.code);
        if (codes.length === 0) met.push(name);
        expect(codes.filter((code) => code !== 'FORBIDDEN')).toEqual([]);
      }

      expect(met).toEqual(guests);
    },
  );

  it('are all in the list', () => {
    const { schema } = subgraph;
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );

    expect(fields.filter((field) => !field.startsWith('_')).sort()).toEqual(Object.keys(doors).sort());
  });

  it('and all that lies behind them is described', () => {
    const own = Object.values(subgraph.schema.getTypeMap()).filter(
      ({ name }) => !/^_|^(Query|Mutation|String|Int|Float|Boolean|ID)$|^(link__|federation__)/.test(name),
    );
    const silent = own
      .flatMap((type) => [type, ...membersOf(type)])
      .filter(({ description }) => !description);

    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
