/** Small changes to a page's tree, as the libraries make them that apps are built with. */
import { ROWS } from './vocabulary';

/** The comment that stands behind the last row, in shadow roots too. */
export function rowsMark(root: ParentNode & Node): Comment {
  const found = markIn(root);
  if (!found) throw new Error('The template has no place for {rows}. Add it.');
  return found;
}

function markIn(node: Node): Comment | null {
  if (node.nodeType === Node.COMMENT_NODE && (node as Comment).data === ROWS)
    return node as Comment;
  const inside = [...node.childNodes, ...((node as Element).shadowRoot?.childNodes ?? [])];
  for (const child of inside) {
    const found = markIn(child);
    if (found) return found;
  }
  return null;
}

/** Puts `nodes` before `end`, in their order; of those in `old` the others go. */
export function putBefore(end: Node, nodes: readonly Node[], old: Iterable<Node>): void {
  const parent = end.parentNode as ParentNode & Node;
  const kept = new Set(nodes);
  for (const node of old) if (!kept.has(node)) node.parentNode?.removeChild(node);
  let next = end;
  for (const node of nodes.toReversed()) {
    if (node.nextSibling !== next || node.parentNode !== parent) parent.insertBefore(node, next);
    next = node;
  }
}

/** Makes an element like another without making it anew; what is in `spared` stays as it is. */
export function patch(old: Element, model: Element, spared: ReadonlySet<Node> = new Set()): void {
  for (const { name } of [...old.attributes]) {
    if (!model.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of model.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  patchInside(old, model, spared);
  if (old.shadowRoot && model.shadowRoot) patchInside(old.shadowRoot, model.shadowRoot, spared);
}

export function patchInside(
  old: ParentNode & Node,
  model: ParentNode & Node,
  spared: ReadonlySet<Node> = new Set(),
): void {
  const ours = [...old.childNodes].filter((node) => !spared.has(node));
  const theirs = [...model.childNodes];
  const isAlike = ours.length === theirs.length && ours.every((node, i) => isLike(node, theirs[i]));
  if (!isAlike) {
    old.replaceChildren(...theirs);
    return;
  }
  ours.forEach((node, i) => {
    const other = theirs[i] as ChildNode;
    if (node.nodeType === Node.ELEMENT_NODE) patch(node as Element, other as Element, spared);
    else if (node.nodeValue !== other.nodeValue) node.nodeValue = other.nodeValue;
  });
}

function isLike(node: Node, other: Node | undefined): boolean {
  return node.nodeName === other?.nodeName;
}
