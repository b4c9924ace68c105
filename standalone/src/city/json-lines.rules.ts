const newlinesIn = (text: string): number => text.split('\n').length - 1;

/** In which line of a text a place lies, counted from 1. */
export const lineAt = (text: string, offset: number): number => newlinesIn(text.slice(0, offset)) + 1;

/** Where strings, brackets and braces stand; what is inside a string is none. */
const SIGNS = /"(?:[^"\\]|\\.)*"|[[\]{}]/g;

type Sign = { readonly sign: string; readonly index: number; readonly depth: number };

/** Each sign with how deep it stands; a bracket that closes as deep as the one that opened. */
const signsOf = (json: string): Sign[] => {
  let depth = 0;
  return [...json.matchAll(SIGNS)].map(({ 0: sign, index }) => {
    if (sign === ']' || sign === '}') depth -= 1;
    const found = { sign, index, depth };
    if (sign === '[' || sign === '{') depth += 1;
    return found;
  });
};

/**
 * The lines on which the elements of a list begin that a name in the outermost object of a JSON text has: whoever mends a file looks
 * for a line, not for the fortieth element.
 */
export const linesOfElements = (json: string, name: string): number[] => {
  const signs = signsOf(json);
  const isList = ({ sign, depth }: Sign, index: number) =>
    depth === 1 && sign === '[' && signs[index - 1]?.sign === `"${name}"`;
  const start = signs.findIndex(isList);
  if (start < 0) return [];
  const inside = signs.slice(start + 1);
  const end = inside.findIndex(({ depth }) => depth === 1);
  return inside
    .slice(0, end)
    .filter(({ sign, depth }) => depth === 2 && (sign === '[' || sign === '{'))
    .map(({ index }) => lineAt(json, index));
};
