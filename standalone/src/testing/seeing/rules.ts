import { isByToken } from '@relais/platform/sight/compiled.ts';
import { type AgencyName, agencyNames, subgraphs } from '../../../../subgraphs/agencies.ts';
import type { WrittenRow, writtenTables } from './written-tables.ts';

type Tables = Awaited<ReturnType<typeof writtenTables>>;
type ByColumn = Readonly<Record<string, readonly string[]>>;
type Rules = {
  readonly reading: ByColumn;
  readonly writing: ByColumn;
  readonly apart: ByColumn;
  /** Let an advisor in for any job seeker of the family; which of them is shown is decided by each record. */
  readonly readingOfAny: ByColumn;
  readonly writingOfAny: ByColumn;
};

/** Every rule about a family by the column of `docs/permissions.md` that says what it decides. */
const RULES: Readonly<Record<AgencyName, Rules>> = {
  'early-childhood': {
    reading: {
      exists: ['family:see'],
      details: ['family:read', 'family:details'],
      phone: ['adult:phone'],
      home: ['home:read'],
      care: ['care:read'],
      'log of care': ['accesses:read'],
    },
    writing: {
      household: ['family:change'],
      address: ['home:change'],
      protect: ['address-protection:write'],
      unprotect: ['address-protection:end', 'family:split'],
      requests: ['care-request:write', 'own-arrangement:write'],
      places: [
        ...['care-request:decide', 'family:merge', 'family:close'],
        ...['offer:write', 'booking:write', 'placement:write'],
      ],
    },
    apart: {
      contact: ['adult:contact'],
      district: ['home:district'],
      'look up': ['family:look-up'],
      priority: ['priority:read'],
      'income support': ['income-support:read'],
      'a milestone is': ['milestone:know'],
      'its bookings': ['milestone-bookings:read'],
      'attention of care': ['care-attention:read'],
    },
    readingOfAny: { times: ['milestone:see'], cover: ['cover:read'] },
    writingOfAny: { cover: ['cover:write'] },
  },
  'social-protection': {
    reading: {
      exists: ['family:see', 'my-families:read', 'benefits-attention:read', 'timeline:read'],
      benefits: ['benefits:read'],
      team: ['support-team:read', 'task:read', 'objection:read', 'information:read', 'referral:read'],
      emergencies: ['break-glass:of-family', 'break-glass:known'],
      notes: ['note:read'],
      referrals: ['every-referral:read'],
      words: ['referral-words:read'],
      care: ['offer:read'],
      'log of benefits': ['accesses:read'],
    },
    writing: {
      benefits: ['benefits:write'],
      notes: ['note:write', 'task:write', 'information:write'],
      objection: ['objection:write'],
      referral: ['referral:send'],
      team: ['support-team:write'],
    },
    apart: {
      fee: ['fee:read'],
      'ask for': ['family:ask-for', 'own-referral:read'],
      'break glass': ['glass:break'],
      'alert of cover': ['cover-alert:read'],
      'referrals to nobody': ['open-referral:read'],
      'notes on care': ['note-on-childcare:read'],
      'notes on benefits': ['note-on-benefits:read'],
      'notes on job search': ['note-on-job-search:read'],
    },
    readingOfAny: { cover: ['cover:read'] },
    writingOfAny: {},
  },
  employment: {
    reading: {
      exists: ['family:see'],
      'job search': ['adult-job-seeker:read'],
      'log of job search': ['accesses:read'],
    },
    writing: { 'open file': ['job-seeker:open'] },
    apart: { 'at the desk': ['job-seeker:take'] },
    readingOfAny: {
      times: ['milestone:read', 'job-search-timeline:read', 'job-search-attention:read'],
      cover: ['cover:read'],
      'job search': ['milestone:details', 'job-seeker:read'],
    },
    writingOfAny: { 'job search': ['milestone:list', 'follow-up:list', 'job-search:write'] },
  },
};

/** Those of an agency that are written down, and those that are in force; what the token alone decides is apart. */
export const rulesOf = (agency: AgencyName): { readonly written: string[]; readonly inForce: string[] } => {
  const permissions = subgraphs.find(({ name }) => name === agency)?.permissions ?? {};
  const inForce = Object.entries(permissions).flatMap(([name, rule]) => (isByToken(rule) ? [] : [name]));
  const written = Object.values(RULES[agency]).flatMap((columns) => Object.values(columns).flat());
  return { written: written.sort(), inForce: inForce.sort() };
};

const ANOTHER = 'another job seeker';

const cells = (
  rows: readonly WrittenRow[],
  who: string,
  columns: ByColumn,
): (readonly [string, boolean])[] => {
  const row = rows.find((each) => each.who === who);
  return Object.entries(columns).flatMap(([column, rules]) => {
    const may = row?.may.get(column);
    if (row && may === undefined) throw new Error(`No column is called ${column}.`);
    return may === undefined ? [] : rules.map((rule) => [rule, may] as const);
  });
};

/** What the rules of an agency decide for whoever is tied so, as it is written; without a line about writing, nothing of it. */
const writtenIn = ({ reading, writing, apart }: Tables, agency: AgencyName, who: string) => {
  const rules = RULES[agency];
  const ofAny = who.replace(ANOTHER, 'own job seeker');
  return new Map([
    ...cells(reading, who, rules.reading),
    ...cells(writing, who, rules.writing),
    ...cells(apart, who, rules.apart),
    ...cells(reading, ofAny, rules.readingOfAny),
    ...cells(writing, ofAny, rules.writingOfAny),
  ]);
};

/** Agency by agency and rule by rule. */
export const decisionsWritten = (tables: Tables, who: string): ReadonlyMap<string, boolean> =>
  new Map(
    agencyNames.flatMap((agency) =>
      [...writtenIn(tables, agency, who)].map(([rule, may]) => [`${agency} ${rule}`, may] as const),
    ),
  );

/** The same of a family to which they have no tie; whoever is not admitted is tied to none. */
export const decisionsElsewhere = (
  tables: Tables,
  { who, user }: WrittenRow,
): ReadonlyMap<string, boolean> => {
  const isNowhere = /, (?:not admitted|without such a role)$/.test(who);
  const untied = tables.reading.find(
    ({ tie, objection, ...row }) => tie === 'none' && !objection && row.user.role === user.role,
  );
  return decisionsWritten(tables, isNowhere ? who : (untied?.who ?? who));
};
