/**
 * The 11 districts of Nantes: official names and centroids.
 * Source: Nantes Métropole open data, "Quartiers communes Nantes Métropole" (Licence Ouverte), 2024; centroids derived.
 */
export const nantesDistricts = [
  {
    id: 'd1571c70-0000-4000-8000-000000000001',
    number: 1,
    name: 'Centre-ville',
    latitude: 47.21376,
    longitude: -1.55632,
  },
  {
    id: 'd1571c70-0000-4000-8000-000000000002',
    number: 2,
    name: 'Bellevue - Chantenay - Sainte-Anne',
    latitude: 47.19815,
    longitude: -1.60241,
  },
  {
    id: 'd1571c70-0000-4000-8000-000000000003',
    number: 3,
    name: 'Dervallières - Zola',
    latitude: 47.21624,
    longitude: -1.58934,
  },
  {
    id: 'd1571c70-0000-4000-8000-000000000004',
    number: 4,
    name: 'Hauts-Pavés - Saint-Félix',
    latitude: 47.22819,
    longitude: -1.56354,
  },
  {
    id: 'd1571c70-0000-4000-8000-000000000005',
    number: 5,
    name: 'Malakoff - Saint-Donatien',
    latitude: 47.22282,
    longitude: -1.53563,
  },
  {
    id: 'd1571c70-0000-4000-8000-000000000006',
    number: 6,
    name: 'Île de Nantes',
    latitude: 47.20522,
    longitude: -1.54674,
  },
  {
    id: 'd1571c70-0000-4000-8000-000000000007',
    number: 7,
    name: 'Breil - Barberie',
    latitude: 47.23611,
    longitude: -1.57704,
  },
  {
    id: 'd1571c70-0000-4000-8000-000000000008',
    number: 8,
    name: 'Nantes Nord',
    latitude: 47.2575,
    longitude: -1.56547,
  },
  {
    id: 'd1571c70-0000-4000-8000-000000000009',
    number: 9,
    name: 'Nantes Erdre',
    latitude: 47.26542,
    longitude: -1.52395,
  },
  {
    id: 'd1571c70-0000-4000-8000-000000000010',
    number: 10,
    name: 'Doulon - Bottière',
    latitude: 47.23706,
    longitude: -1.50656,
  },
  {
    id: 'd1571c70-0000-4000-8000-000000000011',
    number: 11,
    name: 'Nantes Sud',
    latitude: 47.19163,
    longitude: -1.53047,
  },
] as const;
