/** A comma or a colon. */
const SIGN = 1;
const BRACKETS = 2;

const lengthOfLeaf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? 'null');

/**
 * Whether a value takes more bytes than that as JSON. It stops counting there: what is far too long costs no more than
 * what is a little too long, and no text is made of it.
 */
export const isLongerThan = (value: unknown, bytes: number): boolean => {
  let left = bytes;

  const countFields = (object: object): void => {
    const fields = Object.entries(object);
    left -= Math.max(0, fields.length - 1) * SIGN;
    for (const [name, each] of fields) {
      if (left < 0) return;
      left -= lengthOfLeaf(name) + SIGN;
      count(each);
    }
  };

  const countItems = (items: readonly unknown[]): void => {
    left -= Math.max(0, items.length - 1) * SIGN;
    for (const each of items) {
      if (left < 0) return;
      count(each);
    }
  };

  const count = (each: unknown): void => {
    const isLeaf = typeof each !== 'object' || each === null;
    left -= isLeaf ? lengthOfLeaf(each) : BRACKETS;
    if (Array.isArray(each)) countItems(each);
    if (!isLeaf && !Array.isArray(each)) countFields(each);
  };

  count(value);
  return left < 0;
};
