// Put before the content script, into the same world, which no page sees: every way to read words
// of a page is wrapped there, and each read judged against what the page's adapter declares.
// `declaredAdapters` is set above this file. What cannot be wrapped is left to the lint rules:
// `location`, and stored values as plain properties.
(() => {
  const OPEN = /^(id|datetime|jid|msg-id|display-name|href|src|class|data-(?!pre-plain-text$)[a-z0-9-]+)$/;
  /** Strings that hold no words of anyone. */
  const HARMLESS = new Set('nodeName tagName localName readyState visibilityState'.split(' '));
  /** Objects through which words can be reached without a further getter. */
  const HOLDERS = new Set('attributes classList dataset clipboardData dataTransfer'.split(' '));
  const EVENTS = {
    KeyboardEvent: 'key code keyCode charCode',
    UIEvent: 'which',
    InputEvent: 'data inputType dataTransfer',
    CompositionEvent: 'data',
    ClipboardEvent: 'clipboardData',
    DragEvent: 'dataTransfer',
    MessageEvent: 'data',
    StorageEvent: 'key oldValue newValue',
  };
  const ATTRIBUTES = 'getAttribute getAttributeNS getAttributeNode getAttributeNodeNS';
  const METHODS = {
    Element: 'getAttributeNames getHTML',
    ShadowRoot: 'getHTML getSelection',
    CharacterData: 'substringData',
    Document:
      'getSelection createRange createTreeWalker createNodeIterator caretRangeFromPoint ' +
      'caretPositionFromPoint execCommand queryCommandValue evaluate createExpression',
    XPathEvaluator: 'evaluate createExpression',
    Range: 'toString cloneContents extractContents selectNode selectNodeContents setStart setEnd',
    Selection: 'toString getRangeAt selectAllChildren setBaseAndExtent',
    XMLSerializer: 'serializeToString',
    Clipboard: 'read readText',
    DataTransfer: 'getData',
    FormData: 'get getAll entries values forEach',
  };

  const isFirst = !('towardStop' in globalThis);
  const reads = {};
  const breaches = new Set();
  let judging = false;
  let active = [];

  function rootsOf(path = []) {
    const all = [document];
    let roots = [document];
    for (const host of path) {
      const hosts = roots.flatMap((root) => [...root.querySelectorAll(host)]);
      roots = hosts.flatMap(({ shadowRoot }) => shadowRoot ?? []);
      all.push(...roots);
    }
    return all;
  }

  /** The adapters whose application this page is; what others declare is not declared here. */
  function adaptersHere() {
    if (active.length > 0) return active;
    active = declaredAdapters.filter(({ fingerprint, roots }) =>
      rootsOf(roots).some((root) => root.querySelector(fingerprint)),
    );
    return active;
  }

  function textReadings({ conversation, account, self }) {
    const { id, label } = conversation;
    return [...id, label, account, ...(self?.reads ?? [])].filter(Boolean);
  }

  function isTimeLabel(element, name, { time = [], row }) {
    if (!row.content) return false;
    return time.some(
      ({ attr, selector }) => attr === name && element.matches(selector ?? row.selector),
    );
  }

  function mayReadAttribute(element, name, adapter) {
    const { content } = adapter.row;
    if (content && element.closest(content)) return false;
    return OPEN.test(name) || isTimeLabel(element, name, adapter);
  }

  function mayReadText(element, property, adapter) {
    const { selector: row } = adapter.row;
    if (property !== 'textContent' || !(element instanceof Element)) return false;
    if (element.closest(row) || element.querySelector(row)) return false;
    return textReadings(adapter).some(
      ({ from, selector }) => from === 'text' && selector && element.matches(selector),
    );
  }

  function mayReadStored(key, adapter) {
    return textReadings(adapter).some((one) => one.from === 'storage' && one.key === key);
  }

  /** Toward's own card stands in a closed root; no script reaches a page's own closed ones. */
  function isOwn(thing) {
    const root = thing instanceof Node ? thing.getRootNode() : null;
    return root instanceof ShadowRoot && root.mode === 'closed';
  }

  /** What was read, where, and whether an adapter of this page says that it may be. */
  function note(property, thing, allows) {
    if (judging) return;
    judging = true;
    try {
      reads[property] = (reads[property] ?? 0) + 1;
      if (isOwn(thing) || adaptersHere().some(allows)) return;
      breaches.add(`${property} of ${thing instanceof Element ? told(thing) : nameOf(thing)}`);
    } finally {
      judging = false;
    }
  }

  function told(element) {
    return `<${element.localName} id="${element.id}" class="${element.className}">`;
  }

  function nameOf(thing) {
    return Object.prototype.toString.call(thing).slice(8, -1);
  }

  const never = () => false;

  function wrapGetter(prototype, property, always) {
    const old = Object.getOwnPropertyDescriptor(prototype, property);
    if (!old?.get || !old.configurable) return;
    const get = function () {
      const value = old.get.call(this);
      if (always || (typeof value === 'string' && value !== '')) {
        note(property, this, (adapter) => mayReadText(this, property, adapter));
      }
      return value;
    };
    Object.defineProperty(prototype, property, { ...old, get });
  }

  function wrapMethod(prototype, method, allows) {
    const old = prototype?.[method];
    if (typeof old !== 'function') return;
    prototype[method] = function (...args) {
      const name = allows === never ? method : `${method} ${args.join(' ')}`;
      note(name, this, (adapter) => allows(this, args, adapter));
      return old.apply(this, args);
    };
  }

  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const { prototype } = Object.getOwnPropertyDescriptor(globalThis, name).value ?? {};
    const isNode = prototype === Node.prototype || prototype instanceof Node;
    for (const property of isNode ? Object.getOwnPropertyNames(prototype) : []) {
      if (!HARMLESS.has(property)) wrapGetter(prototype, property, HOLDERS.has(property));
    }
  }
  for (const [name, properties] of Object.entries(EVENTS)) {
    for (const one of properties.split(' ')) wrapGetter(globalThis[name].prototype, one, true);
  }
  for (const [name, methods] of Object.entries(METHODS)) {
    for (const one of methods.split(' ')) wrapMethod(globalThis[name]?.prototype, one, never);
  }
  for (const method of ATTRIBUTES.split(' ')) {
    wrapMethod(Element.prototype, method, (element, args, adapter) =>
      mayReadAttribute(element, args.at(-1), adapter),
    );
  }
  wrapMethod(Storage.prototype, 'getItem', (_, [key], adapter) => mayReadStored(key, adapter));
  wrapMethod(Storage.prototype, 'key', never);
  wrapMethod(globalThis, 'getSelection', never);

  chrome.runtime.onMessage.addListener((message, _, answer) => {
    if (message.name === 'test:reads') answer({ isFirst, reads, breaches: [...breaches] });
  });
})();
