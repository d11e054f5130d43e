// Looks into a card whose root was opened for the test; boxes in CSS pixels of the window.
(() => {
  const root = () => [...document.documentElement.children].at(-1)?.shadowRoot;
  const card = () => root()?.querySelector('.card');
  const all = (selector) => [...root().querySelectorAll(selector)];
  const box = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const shown = (selector) =>
    [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0);
  const edge = (button) => {
    const { borderTopWidth, borderTopStyle } = getComputedStyle(button);
    return `${borderTopWidth} ${borderTopStyle}`;
  };

  window.__card = {
    card,
    look: ([composer, row]) => ({
      card: box(card()),
      composer: box(shown(composer)[0].closest('form')),
      newest: box(shown(row).at(-1)),
      window: { width: document.documentElement.clientWidth, height: innerHeight },
      isStrip: card().classList.contains('strip'),
      overflows: card().scrollWidth > card().clientWidth,
      focus: document.activeElement?.nodeName,
    }),
    style: (name) => getComputedStyle(card()).getPropertyValue(name),
    click: (selector) => root().querySelector(selector).click(),
    texts: (selector) => all(selector).map((one) => one.textContent),
    edges: () => all('.row button').map(edge),
    // Whether each begins at the card's right edge, padding apart.
    rights: (selectors) =>
      selectors.flatMap(all).map((one) => box(card()).right - box(one).right < 30),
    focused: () => {
      const { nodeName, className } = root().activeElement ?? document.activeElement;
      return `${nodeName} ${nodeName === 'BUTTON' ? className : ''}`.trim();
    },
  };

  // How many elements were put into the live region each time, from its first moment on.
  window.__said = [];
  const heard = (records) =>
    window.__said.push(records.reduce((sum, one) => sum + one.addedNodes.length, 0));
  const hosts = new MutationObserver(() => {
    const status = root()?.querySelector('[role=status]');
    if (!status) return;
    hosts.disconnect();
    if (status.childElementCount > 0) window.__said.push('before it was there');
    const everything = { childList: true, subtree: true, characterData: true };
    new MutationObserver(heard).observe(status, everything);
  });
  hosts.observe(document.documentElement, { childList: true });
})();
