/** What a site's redesign does to an adapter: the marks that it goes by are called otherwise. */
import { rootsOf } from '../content/page/select';
import type { NamedAdapter } from '../shared/messages';

/** What a selector goes by: classes, attributes, and values of attributes. */
interface Marks {
  classes: string[];
  attributes: string[];
  values: [name: string, value: string][];
}

/** Renames what an adapter goes by in some elements, and in all that they hold. */
export type Breakage = (elements: Iterable<Element>) => void;

const VALUED = /\[([\w-]+)[~^$*|]?=(?:"([^"]*)"|'([^']*)')/g;
const QUOTED = /"[^"]*"|'[^']*'/g;

function marksOf(selectors: readonly (string | undefined)[]): Marks {
  const text = selectors.join(' ');
  const bare = text.replace(QUOTED, '""');
  const found = (pattern: RegExp) => [...bare.matchAll(pattern)].map(([, mark]) => mark as string);
  const ids = /#[a-zA-Z]/.test(bare) ? ['id'] : [];
  return {
    classes: found(/\.(-?[_a-zA-Z][\w-]*)/g),
    attributes: [...found(/\[([\w-]+)/g), ...ids],
    values: [...text.matchAll(VALUED)].map(([, name, a, b]) => [name as string, a ?? b ?? '']),
  };
}

/** In the document, and in all open shadow roots. */
export function deepElements(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? [element, ...deepElements(element.shadowRoot)] : [element],
  );
}

function within(elements: Iterable<Element>): Element[] {
  return [...elements].flatMap((element) => {
    const inside = element.shadowRoot ? deepElements(element.shadowRoot) : [];
    return [element, ...deepElements(element), ...inside];
  });
}

function renameClasses(element: Element, classes: string[]): void {
  const old = element.getAttribute('class')?.split(/\s+/) ?? [];
  const renamed = old.map((name) =>
    classes.includes(name) ? `new${classes.indexOf(name)}` : name,
  );
  if (renamed.join() !== old.join()) element.setAttribute('class', renamed.join(' '));
}

/** What is only called otherwise looks as before. */
function renameInSheet(sheet: Element, classes: string[]): void {
  const marks = /\.(-?[_a-zA-Z][\w-]*)/g;
  sheet.textContent = (sheet.textContent ?? '').replace(marks, (mark, name) =>
    classes.includes(name) ? `.new${classes.indexOf(name)}` : mark,
  );
}

function rename(element: Element, { classes, attributes }: Marks): void {
  renameClasses(element, classes);
  for (const name of attributes) {
    const value = element.getAttribute(name);
    if (value === null) continue;
    element.removeAttribute(name);
    element.setAttribute(`new-${attributes.indexOf(name)}`, value);
  }
}

/** Rows alone lose their marks: the same words elsewhere keep their meaning. */
function rowBreakage({ row }: NamedAdapter): Breakage {
  const marks = marksOf([row.selector]);
  return (elements) => {
    const rows = within(elements).filter((element) => element.matches(row.selector));
    for (const element of rows) rename(element, marks);
  };
}

function directionBreakage({ direction }: NamedAdapter): Breakage {
  const marks = marksOf(direction.flatMap((tier) => [tier.out, tier.in]));
  const isStyled = direction.some(({ style, side }) => style || side);
  return (elements) => {
    for (const element of within(elements)) {
      rename(element, marks);
      if (isStyled) element.removeAttribute('style');
      if (isStyled && element.localName === 'style') element.remove();
    }
  };
}

/** The marks of one side are called otherwise, those of the other side stay. */
function sideBreakage({ direction }: NamedAdapter, side: 'out' | 'in'): Breakage {
  const kept = marksOf(direction.map((tier) => tier[side === 'out' ? 'in' : 'out']));
  const lost = marksOf(direction.map((tier) => tier[side]));
  const isKept = (one: string[]) => kept.values.some((other) => other.join() === one.join());
  const classes = lost.classes.filter((name) => !kept.classes.includes(name));
  const values = lost.values.filter((one) => !isKept(one));
  return (elements) => {
    for (const element of within(elements)) {
      if (element.localName === 'style') renameInSheet(element, classes);
      renameClasses(element, classes);
      for (const [name, value] of values) {
        const old = element.getAttribute(name);
        if (old?.includes(value)) element.setAttribute(name, old.replace(value, 'new'));
      }
    }
  };
}

/** The ways in which an adapter can be broken for good, by name. */
export function breakages(adapter: NamedAdapter): [string, Breakage][] {
  return [
    ['the row’s mark', rowBreakage(adapter)],
    ['the direction’s marks', directionBreakage(adapter)],
  ];
}

/** The ways in which it may or may not still be able to tell. */
export function sideBreakages(adapter: NamedAdapter): [string, Breakage][] {
  return [
    ['the marks of one’s own', sideBreakage(adapter, 'out')],
    ['the marks of the other’s', sideBreakage(adapter, 'in')],
  ];
}

/** All of the page that an adapter can look at. */
export function wholePage(adapter: NamedAdapter): Element[] {
  return rootsOf(document, adapter.roots).flatMap((root) => [...root.children]);
}
