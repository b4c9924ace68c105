const region = Object.assign(document.createElement('div'), { className: 'unseen' });
region.setAttribute('role', 'status');
document.body.append(region);

/** Tells those who do not see the screen what has just happened. */
export const announce = (text: string): void => {
  region.textContent = '';
  requestAnimationFrame(() => {
    region.textContent = text;
  });
};
