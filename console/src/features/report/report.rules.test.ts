import { expect, it } from '@jest/globals';
import { csvOf, numberOf, percentOf, quartersBefore, rowOf, slugOf } from './report.rules.ts';

const figure = (value: number | null, correctedSince: number | null = null) => ({
  value,
  isWithheld: value === null,
  correctedSince,
});

it('offers the quarters that are over, latest first', () => {
  expect(quartersBefore('2026-11-30', 4)).toEqual([
    { from: '2026-07-01', to: '2026-09-30' },
    { from: '2026-04-01', to: '2026-06-30' },
    { from: '2026-01-01', to: '2026-03-31' },
    { from: '2025-10-01', to: '2025-12-31' },
  ]);
  expect(quartersBefore('2027-01-01', 1).map(numberOf)).toEqual([4]);
  expect(quartersBefore('2026-11-30', 3).map(numberOf)).toEqual([3, 2, 1]);
});

it('makes a share of what is shown whole, and of nothing else', () => {
  const share = (numerator: number | null, denominator: number | null) =>
    rowOf('x', { numerator: figure(numerator), denominator: figure(denominator) });
  expect([share(10, 40), share(null, 40), share(10, null), share(0, 0), share(0, 8)].map(percentOf)).toEqual([
    25,
    undefined,
    undefined,
    undefined,
    0,
  ]);
  expect(percentOf({ name: 'x', numerator: figure(3) })).toBeUndefined();
});

it('writes a table that says what is withheld, and quotes what would break it', () => {
  const heads = {
    table: 'Tableau',
    row: 'Ligne',
    numerator: 'Nombre',
    denominator: 'Sur',
    today: 'Aujourd’hui',
    todayOf: 'Sur, aujourd’hui',
    withheld: 'non communiqué',
  };
  const tables = [
    {
      title: 'Garde',
      rows: [
        rowOf('dite "régulière"', { numerator: figure(12, 13), denominator: figure(40, 41) }),
        rowOf('urgence', { numerator: figure(null), denominator: figure(40) }),
        { name: 'seule', numerator: { value: null, isWithheld: false, correctedSince: null } },
      ],
    },
    { title: 'RSA', rows: [], absent: 'momentanément indisponible' },
  ];
  expect(csvOf([['Territoire', 'Toute la ville']], tables, heads)).toBe(
    [
      '\uFEFF"Territoire";"Toute la ville"',
      '',
      '"Tableau";"Ligne";"Nombre";"Sur";"Aujourd’hui";"Sur, aujourd’hui"',
      '"Garde";"dite ""régulière""";"12";"40";"13";"41"',
      '"Garde";"urgence";"non communiqué";"40";"";""',
      '"Garde";"seule";"";"";"";""',
      '"RSA";"momentanément indisponible"',
      '',
    ].join('\r\n'),
  );
});

it('names a file without accents and spaces', () => {
  expect([slugOf('Île de Nantes'), slugOf(' Malakoff / Saint-Donatien ')]).toEqual([
    'ile-de-nantes',
    'malakoff-saint-donatien',
  ]);
});
