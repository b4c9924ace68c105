import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { districtsOnMap } from './district.queries.ts';
import type { unknownDistrict } from './district.reasons.ts';
import { District } from './district.ts';
import { districtAt, type PlaceQuestion, placeQuestion } from './place.rules.ts';
import type { Position } from './position.ts';

export type HomeLocated = {
  readonly districtId: string | null;
  readonly question: PlaceQuestion | null;
};

/** The district of a home: as it was said, or else as it follows from where the home stands. */
export const locateHome = async (
  tx: Transaction,
  position: Position | null,
  saidDistrictId: string | null,
): Promise<HomeLocated | Refused<Word<typeof unknownDistrict>>> => {
  if (saidDistrictId && !(await tx.existsBy(District, { id: saidDistrictId })))
    return { refusal: 'UNKNOWN_DISTRICT' };
  if (!position) return { districtId: saidDistrictId, question: null };
  const districts = await districtsOnMap(tx);
  const districtId = saidDistrictId ?? districtAt(position, districts)?.id ?? null;
  return { districtId, question: placeQuestion({ position, districtId }, districts) };
};
