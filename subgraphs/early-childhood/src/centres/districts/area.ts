import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Field, Float, ObjectType } from 'type-graphql';
import type { Outline } from './place.rules.ts';

@ObjectType({ description: 'An area on the map, as a GeoJSON geometry (RFC 7946): ask for both fields.' })
export class Area {
  @Field(() => String, { description: 'Always `Polygon`.' })
  type!: 'Polygon';

  @ListSize(1)
  @Field(() => [[[Float]]], {
    description: 'One ring of corners, each as longitude and latitude (WGS 84); the first is the last.',
  })
  coordinates!: Outline[];
}

/** A ring is closed; where a border is not known there is no area. */
export const areaOf = (outline: Outline): Area | null => {
  const [first] = outline;
  const last = outline.at(-1);
  if (!first || !last) return null;
  const isClosed = first[0] === last[0] && first[1] === last[1];
  return Object.assign(new Area(), {
    type: 'Polygon',
    coordinates: [isClosed ? outline : [...outline, first]],
  });
};
