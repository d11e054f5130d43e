// What an invented page does to itself, in its own world: `then` of its data-expected. A change may
// come some ms `after` the one before it.
async (changes) => {
  const roots = (root) => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? roots(shadowRoot) : [],
    ),
  ];
  const attach = (root) => {
    for (const template of root.querySelectorAll('template[shadowrootmode]')) {
      const shadow = template.parentElement.attachShadow({ mode: 'open' });
      shadow.append(template.content);
      template.remove();
      attach(shadow);
    }
  };
  for (const { selector, set = {}, html, after = 0 } of changes) {
    if (after) await new Promise((done) => setTimeout(done, after));
    const element = roots(document)
      .map((root) => root.querySelector(selector))
      .find(Boolean);
    if (!element) throw new Error(`A change names ${selector}, which is not on the page.`);
    for (const [name, value] of Object.entries(set)) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
    if (html === undefined) continue;
    element.outerHTML = html;
    roots(document).forEach(attach);
  }
};
