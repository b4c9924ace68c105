import { id } from '@relais/platform/database/rows.ts';
import { z } from 'zod';
import { CareKind } from './care-kind.ts';
import { CentreKind, Facility } from './centre-kind.ts';

const hours = { weekday: z.int(), from: z.string(), to: z.string() };

/** The terms of a centre as its row holds them. */
export const termsInJson = z
  .strictObject({
    from: z.iso.date(),
    kind: z.enum(CentreKind),
    authorisedPlaces: z.int(),
    placesByHour: z.strictObject({ ...hours, places: z.int() }).array(),
    emergencyPlaces: z
      .strictObject({ ...hours, sectionId: id, places: z.int() })
      .array()
      .exactOptional(),
    openingHours: z.strictObject(hours).array(),
    facilities: z.enum(Facility).array(),
    careKinds: z.enum(CareKind).array(),
    isAvip: z.boolean(),
    sections: z
      .strictObject({
        id,
        name: z.string(),
        minAgeMonths: z.int(),
        maxAgeMonths: z.int(),
        places: z.int(),
        staff: z.int().nullable(),
      })
      .array(),
  })
  .array();
