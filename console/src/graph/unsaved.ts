/** How much is written on the page that is not sent; the page itself says so, for its tests. */
let count = 0;

const tell = (): void => {
  const { dataset } = document.documentElement;
  if (count > 0) dataset.unsaved = '';
  if (count === 0) delete dataset.unsaved;
};

export const isUnsaved = (): boolean => count > 0;

/** Answers what takes it back, once it is sent or left. */
export const noteUnsaved = (): (() => void) => {
  count += 1;
  tell();
  return () => {
    count = Math.max(0, count - 1);
    tell();
  };
};

/** What is written on the page keeps nobody on it any more. */
export const forgetUnsaved = (): void => {
  count = 0;
  tell();
};
