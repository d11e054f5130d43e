// Adds a message to an invented page, in the page's own words: its `data-row` templates.
// `spec` is `{way: 'in' or 'out', box, row, skip, values}`: into the first box, after its last row
// that is not to be skipped. Placeholders in braces are filled from `values`.
(spec) => {
  const fill = (text) => text.replace(/\{(\w+)\}/g, (whole, name) => spec.values[name] ?? whole);
  const template = document.createElement('template');
  const source = document.querySelector(`template[data-row="${spec.way}"]`);
  template.innerHTML = fill(source.innerHTML);
  const added = template.content.firstElementChild;
  const last = [...document.querySelector(spec.box).querySelectorAll(spec.row)]
    .filter((row) => !row.matches(spec.skip))
    .at(-1);
  const isWrapped = !added.matches(spec.row);
  (isWrapped ? last.parentElement.closest(added.localName) : last).after(added);
};
