import { readFileSync } from 'node:fs';
import { z } from 'zod';

const ring = z.array(z.tuple([z.number(), z.number()]));
const outlines = z.object({
  features: z.array(
    z.object({
      properties: z.object({ number: z.int() }),
      geometry: z.object({ coordinates: z.tuple([ring]) }),
    }),
  ),
});

/** The borders of the 11 districts, each one ring; the file names its source. */
export const nantesOutlines = () => {
  const text = readFileSync(new URL('./nantes-districts.geojson', import.meta.url), 'utf8');
  return outlines.parse(JSON.parse(text)).features.map(({ properties, geometry }) => ({
    number: properties.number,
    outline: geometry.coordinates[0],
  }));
};
