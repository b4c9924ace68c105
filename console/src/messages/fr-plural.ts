/** `1 étape`, `2 étapes`. */
export const plural = (count: number, one: string, many: string): string =>
  `${count} ${count > 1 ? many : one}`;
