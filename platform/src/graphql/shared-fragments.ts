import { type DocumentNode, Kind, parse, print, visit } from 'graphql';

/** A document and where it was found. */
export type Source = { readonly file: string; readonly text: string };

const isFragmentsOnly = (document: DocumentNode): boolean =>
  document.definitions.every(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);

/** What is no GraphQL is told with its file by whoever validates it. */
const readIn = ({ text }: Source): DocumentNode | undefined => {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
};

const spreadIn = (document: DocumentNode): readonly string[] => {
  const names: string[] = [];
  visit(document, { FragmentSpread: ({ name }) => void names.push(name.value) });
  return names;
};

const fragmentsIn = (documents: readonly DocumentNode[]): ReadonlyMap<string, string> =>
  new Map(
    documents
      .flatMap(({ definitions }) => definitions)
      .flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, print(each)]] : [])),
  );

/** One name is one fragment, and each is there for somebody: what is validated is what operations spread. */
const refuseAmbiguous = (parts: readonly DocumentNode[], all: readonly DocumentNode[]): void => {
  const names = parts
    .flatMap(({ definitions }) => definitions)
    .flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [each.name.value] : []));
  const spread = new Set(all.flatMap(spreadIn));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const idle = names.filter((name) => !spread.has(name));
  if (twice.length > 0) throw new Error(`Shared fragments of one name: ${twice.join(', ')}.`);
  if (idle.length > 0) throw new Error(`Shared fragments that nothing spreads: ${idle.join(', ')}.`);
};

/**
 * Operations as they are sent: each with the fragments that it spreads, and those that they spread in turn, of the files that
 * hold nothing but fragments. One that nobody knows stays out, and is found when the document is validated.
 */
export const withSharedFragments = (sources: readonly Source[]): Source[] => {
  const read = sources.map((source) => ({ source, document: readIn(source) }));
  const parts = read.flatMap(({ document }) => (document && isFragmentsOnly(document) ? [document] : []));
  const shared = fragmentsIn(parts);
  refuseAmbiguous(
    parts,
    read.flatMap(({ document }) => document ?? []),
  );
  const whole = (text: string, has: ReadonlySet<string>): string => {
    const lacking = [...new Set(spreadIn(parse(text)))].filter((name) => shared.has(name) && !has.has(name));
    if (lacking.length === 0) return text;
    const added = lacking.map((name) => shared.get(name) ?? '');
    return whole([text.trimEnd(), ...added].join('\n\n'), new Set([...has, ...lacking]));
  };
  return read
    .filter(({ document }) => !document || !isFragmentsOnly(document))
    .map(({ source: { file, text }, document }) => ({
      file,
      text: document ? whole(text, new Set()) : text,
    }));
};
