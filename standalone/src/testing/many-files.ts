/** The family file turned into one query of the first so many families: `$first` stands where `$reference` stood. */
export const manyFiles = (familyFile: string): string =>
  familyFile
    .replace('$reference: String!', '$first: Int!')
    .replace('family(reference: $reference) {', 'families(first: $first) { edges { node {')
    .replace(/\}\s*$/, '} } }');
