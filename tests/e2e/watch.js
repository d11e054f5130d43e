// Runs before the page's scripts. `__signs` collects whatever the page did not do itself.
(() => {
  const signs = (window.__signs = []);
  const before = new Set(Object.getOwnPropertyNames(window));
  window.__newGlobals = () =>
    Object.getOwnPropertyNames(window).filter((name) => !before.has(name));
  window.addEventListener('message', (event) => signs.push(`message ${JSON.stringify(event.data)}`));
  const hosts = (records) => {
    for (const { addedNodes, attributeName } of records) {
      if (attributeName) signs.push(`attribute ${attributeName} of html`);
      for (const node of addedNodes) {
        if (!['HEAD', 'BODY', '#comment', '#text'].includes(node.nodeName)) {
          signs.push(`node ${node.nodeName} in html`);
        }
      }
    }
  };
  // Called when the page has loaded, as a page's own scripts run: later than the extension's.
  window.__watchEvents = () => {
    const inCard = ({ target, type }) => {
      if (target.nodeName === 'DIV' && target.parentNode === document.documentElement) {
        signs.push(`event ${type}`);
      }
    };
    const kinds = 'keydown keyup click mousedown mouseup mousemove pointerdown pointermove focusin';
    for (const kind of kinds.split(' ')) addEventListener(kind, inCard, true);
  };
  const start = () =>
    new MutationObserver(hosts).observe(document.documentElement, {
      childList: true,
      attributes: true,
    });
  if (document.documentElement) start();
  else addEventListener('DOMContentLoaded', start, { once: true });
})();
