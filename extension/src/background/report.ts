/** A report of how an adapter fits the page that is open: numbers and the adapter's own words. */
import type { NamedAdapter, PageStatus } from '../shared/messages';

export interface Counted {
  adapter: NamedAdapter;
  /** Matches of each selector, by its place in the adapter; null: it cannot be understood. */
  matches: Record<string, number | null>;
}

const SELECTORS = new Set(
  'fingerprint box selector ignore within exclude pending content shell holds head more side composer when out in'.split(
    ' ',
  ),
);

/** Every selector of an adapter by its place, such as `direction.1.out`. */
export function selectorsOf(adapter: NamedAdapter): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (value: unknown, path: string[]): void => {
    if (typeof value === 'string') {
      if (isSelector(value, path)) found[path.join('.')] = value;
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) walk(part, [...path, name]);
    }
  };
  walk(adapter, []);
  return found;
}

function isSelector(value: string, path: string[]): boolean {
  const [name = '', parent] = path.slice(-2).reverse();
  // A style's sides are values of CSS; one's own id is no business of a report.
  if (value.includes('{self}') || (parent === 'style' && name !== 'selector')) return false;
  return parent === 'roots' || SELECTORS.has(name);
}

/**
 * Runs in the page, so it stands alone: it is given selectors and gives numbers. The open shadow
 * roots along `hosts` are searched too.
 */
export function countMatches(hosts: string[], selectors: string[]): (number | null)[] {
  const find = (root: ParentNode, selector: string): Element[] => {
    try {
      return [...root.querySelectorAll(selector)];
    } catch {
      return [];
    }
  };
  const isUnderstood = (selector: string): boolean => {
    try {
      document.createDocumentFragment().querySelector(selector);
      return true;
    } catch {
      return false;
    }
  };
  const roots: ParentNode[] = [document];
  let outer: ParentNode[] = roots.slice();
  for (const host of hosts) {
    const inside = outer.flatMap((root) => find(root, host).map((one) => one.shadowRoot));
    outer = inside.filter((root) => root !== null);
    roots.push(...outer);
  }
  return selectors.map((selector) =>
    isUnderstood(selector)
      ? roots.reduce((sum, root) => sum + find(root, selector).length, 0)
      : null,
  );
}

/** Counts in a tab. Rejects where the browser does not let us in. */
export async function countIn(tabId: number, adapter: NamedAdapter): Promise<Counted> {
  const { roots = [], row } = adapter;
  const hosts = row.shadow ? [...roots, row.selector] : roots;
  const selectors = selectorsOf(adapter);
  const args: [string[], string[]] = [hosts, Object.values(selectors)];
  const order = { target: { tabId }, func: countMatches, args };
  const numbers = (await chrome.scripting.executeScript(order))[0]?.result ?? [];
  const places = Object.keys(selectors);
  return { adapter, matches: Object.fromEntries(places.map((at, i) => [at, numbers[i] ?? null])) };
}

/** The adapters to report on: those in trouble, or where none fits those made for the address. */
export function adaptersToReport(
  { health }: Pick<PageStatus, 'health'>,
  offered: readonly NamedAdapter[],
): NamedAdapter[] {
  const troubled = new Set(health.filter(({ trouble }) => trouble).map(({ adapter }) => adapter));
  const named = offered.filter(({ id, match }) => troubled.has(id) || (troubled.has('') && match));
  return named.length > 0 ? named : offered.filter(({ practice }) => !practice);
}

const BROWSERS: [string, RegExp][] = [
  ['Edge', /\bEdg\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Firefox', /\bFirefox\/(\d+)/],
  ['Chromium', /Chrome\/(\d+)/],
];

/** Name and version, without the system that the browser runs on. */
export function browserOf(userAgent: string): string {
  for (const [name, pattern] of BROWSERS) {
    const version = pattern.exec(userAgent)?.[1];
    if (version) return `${name} ${version}`;
  }
  return 'unknown';
}

interface Told {
  version: string;
  userAgent: string;
  health: PageStatus['health'];
  counted: Counted[];
}

export function reportText({ version, userAgent, health, counted }: Told): string {
  const alone = counted.length > 1 && health.some(({ adapter }) => adapter === '');
  return [
    `Toward ${version}, ${browserOf(userAgent)}`,
    ...health.map(({ adapter, trouble }) => `${adapter || 'page'}: ${trouble ?? 'no trouble'}`),
    'How often each selector matched:',
    ...counted.flatMap((one) => lines(one, alone)),
  ].join('\n');
}

/** Where no app is known, the marks of them all say enough. */
function lines({ adapter, matches }: Counted, onlyMark: boolean): string[] {
  const shown = Object.entries(matches).filter(([at]) => !onlyMark || at === 'fingerprint');
  const head = `${adapter.id}, verified ${adapter.verified}`;
  const told = shown.map(([at, number]) => `  ${at}: ${number ?? 'not understood'}`);
  return onlyMark ? [`${head}${told[0]?.slice(1) ?? ''}`] : [head, ...told];
}
