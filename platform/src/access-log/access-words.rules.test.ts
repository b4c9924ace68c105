import { describe, expect, it } from '@jest/globals';
import * as relations from '../sight/relations.ts';
import { sentenceOfAccess, type ToldAccess } from './access.messages.ts';
import { AccessRelation } from './access-words.ts';
import { NOTHING, PARTY, ROLE } from './tie.rules.ts';

/** Bars let nobody in; which adult a rule is about is never asked of a family. */
const NO_TIES = ['KEPT_OUT', 'ADVISOR_OF_ADULT'];
/** Of one agency, about what it keeps. */
const OF_ONE_AGENCY = ['DESK'];

describe('the words of the access log', () => {
  it('hold every relation that may let somebody in, or its rows could not be read', () => {
    const all = Object.values(relations).map((each) =>
      typeof each === 'function' ? each({ table: 'families' }) : each,
    );
    const ties = all.map(({ name }) => name).filter((name) => !NO_TIES.includes(name));
    expect([...ties, ...OF_ONE_AGENCY, NOTHING, PARTY, ROLE].sort()).toEqual(
      Object.keys(AccessRelation).sort(),
    );
  });
});

describe('an access in plain words', () => {
  const access: ToldAccess = {
    ...{ sub: 'lea', name: 'Léa Martin', role: 'EMPLOYMENT_ADVISOR', agency: 'france-travail' },
    ...{ purpose: 'JOB_SEARCH_SUPPORT', outcome: 'SEEN', categories: ['CARE'], relation: 'ADVISOR' },
  };

  it('says who saw what, for what, and by which tie', () => {
    expect(sentenceOfAccess(access, 'fr')).toBe(
      'Léa Martin (conseil emploi, france-travail, accompagne une personne de la famille vers l’emploi) a vu l’accueil des enfants, pour accompagner la recherche d’emploi.',
    );
    expect(sentenceOfAccess(access, 'en')).toBe(
      'Léa Martin (employment advice, france-travail, advises somebody of the family in the job search) saw the childcare, to accompany the job search.',
    );
  });

  it('names a system, and whoever has no name by the sign-in', () => {
    const system = { ...access, name: '', sub: 'warehouse', role: 'INTEGRATOR', relation: 'ROLE' } as const;
    const told: ToldAccess = { ...system, agency: '', purpose: 'STEERING', categories: ['CARE', 'BENEFITS'] };
    expect(sentenceOfAccess(told, 'en')).toBe(
      'warehouse (a system) saw the childcare and the benefits, to steer what the city offers.',
    );
  });

  it('says of the household that it may have been looked up only', () => {
    const found = { ...access, outcome: 'CHANGED', categories: ['HOUSEHOLD'], relation: 'ROLE' } as const;
    expect(sentenceOfAccess(found, 'en')).toBe(
      'Léa Martin (employment advice, france-travail) looked the family up, or changed the household, to accompany the job search.',
    );
  });

  it('says what was not shown, and what was changed', () => {
    const denied = { ...access, outcome: 'DENIED', relation: 'NOTHING' } as const;
    expect(sentenceOfAccess(denied, 'en')).toBe(
      'Léa Martin (employment advice, france-travail) asked to see the childcare, to accompany the job search: it was not shown.',
    );
    const changed = { ...access, outcome: 'CHANGED', relation: 'PARTY' } as const;
    expect(sentenceOfAccess(changed, 'fr')).toBe(
      'Léa Martin (conseil emploi, france-travail, partie à ce qui est écrit là) a enregistré ou modifié quelque chose sur l’accueil des enfants, pour accompagner la recherche d’emploi.',
    );
  });
});
