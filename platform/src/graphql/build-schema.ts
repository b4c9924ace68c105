import { buildSchemaSync, registerEnumType } from 'type-graphql';
// brings the metadata type-graphql needs, whichever record is loaded first
import 'typeorm';
import { takeDeclaredEnums } from './enums.ts';

/** The schema of resolvers, with every enum that was declared by now. */
export const buildSchema: typeof buildSchemaSync = (options) => {
  for (const { values, config } of takeDeclaredEnums()) registerEnumType(values, config);
  return buildSchemaSync(options);
};
