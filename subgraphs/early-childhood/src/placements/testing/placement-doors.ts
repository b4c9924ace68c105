const ID = '0197c7a0-0000-7000-8000-000000000001';
const change = (door: string, input: string): string =>
  `mutation { ${door}(input: { ${input} }) { refusal { reason } } }`;

/** How to knock at the doors of placements and closures, and who is let in. */
export const placementDoors = {
  changePlacement: [
    change(
      'changePlacement',
      `placementId: "${ID}", version: 1, from: "2038-03-01", reason: "Autres heures"`,
    ),
    ['coordinator'],
  ],
  endPlacement: [
    change('endPlacement', `placementId: "${ID}", version: 1, lastDay: "2038-03-01", reason: "Déménagement"`),
    ['coordinator'],
  ],
  suspendPlacement: [
    change('suspendPlacement', `placementId: "${ID}", version: 1, from: "2038-03-01", reason: "Congé"`),
    ['coordinator'],
  ],
  announceAbsence: [
    change(
      'announceAbsence',
      `placementId: "${ID}", version: 1, from: "2038-03-01", to: "2038-03-01", reason: "Varicelle"`,
    ),
    ['coordinator'],
  ],
  resumePlacement: [
    change('resumePlacement', `placementId: "${ID}", version: 1, from: "2038-03-01"`),
    ['coordinator'],
  ],
  renewPlacement: [
    change('renewPlacement', `placementId: "${ID}", version: 1, lastDay: "2038-03-01"`),
    ['coordinator'],
  ],
  sendWeekHours: [
    change('sendWeekHours', `placementId: "${ID}", version: 1, monday: "2038-03-01", hours: []`),
    ['coordinator'],
  ],
  closeCentre: [
    change('closeCentre', `centreIds: ["${ID}"], from: "2038-03-01", to: "2038-03-01", reason: "Travaux"`),
    ['coordinator', 'centreStaff'],
  ],
  withdrawClosure: [change('withdrawClosure', `closureId: "${ID}"`), ['coordinator', 'centreStaff']],
} as const;
