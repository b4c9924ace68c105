const LOOKS_FOR_MS = 10_000;

/**
 * What opened a dialog may be gone once its deed is read anew, as the line of who was removed: whoever works by keyboard is then at the
 * heading of the part that it stood in, and not at the top of the page.
 */
export const keepPlace = (opener: Element | null): void => {
  const part = opener?.closest('section[aria-labelledby]')?.getAttribute('aria-labelledby');
  if (!opener || !part) return;
  const observer = new MutationObserver(() => {
    if (opener.isConnected) return;
    observer.disconnect();
    const heading = document.getElementById(part);
    if (!heading || document.activeElement !== document.body) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
  observer.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), LOOKS_FOR_MS);
};
