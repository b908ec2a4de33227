import { matchChildren } from './match-children.ts';

/**
 * A page as it was served, and the page in the browser that came of it. Scripts draw, open and mark things in the
 * latter, which the former knows nothing of: so what changed is found by comparing two served pages, and only
 * that is done to the live one. All else stays: what is drawn, open, focused, selected or typed.
 */
export class ServedPage {
  /** The page as it was served last. */
  root: Element;
  private pairs = new Map<Node, Node>();

  /** @param live the page in the browser, before any script has touched it */
  constructor(live: Element) {
    this.root = live.cloneNode(true) as Element;
    pairUp(this.root, live, this.pairs);
  }

  /** Makes of the live page what the newly served one is; `served` is kept. */
  become(served: Element): void {
    const change = new Change(this.pairs);
    change.update(this.root, served);
    this.pairs = change.pairs;
    this.root = served;
  }
}

/** Pairs the nodes of two trees of one shape. A walk costs a fraction of asking each node for its children. */
const pairUp = (served: Node, live: Node, pairs: Map<Node, Node>): void => {
  const [walker, like] = [document.createTreeWalker(served), document.createTreeWalker(live)];
  do pairs.set(walker.currentNode, like.currentNode);
  while (walker.nextNode() && like.nextNode());
};

/** One served page becoming the next. */
class Change {
  /** Live nodes by those of the next served page. */
  readonly pairs = new Map<Node, Node>();
  private readonly before: ReadonlyMap<Node, Node>;

  /** @param before live nodes by those of the page served before */
  constructor(before: ReadonlyMap<Node, Node>) {
    this.before = before;
  }

  update(before: Node, after: Node): void {
    const live = this.before.get(before);
    if (!live) return;
    if (before.isEqualNode(after)) {
      this.keep(before, after);
      return;
    }
    this.pairs.set(after, live);
    if (live instanceof CharacterData) live.data = after.nodeValue ?? '';
    if (before instanceof Element && after instanceof Element && live instanceof Element) {
      updateAttributes(before, after, live);
      this.updateChildren(before, after, live);
    }
  }

  private keep(before: Node, after: Node): void {
    const live = this.before.get(before);
    if (live) this.pairs.set(after, live);
    before.childNodes.forEach((child, index) => this.keep(child, after.childNodes[index] as Node));
  }

  private updateChildren(before: Element, after: Element, live: Element): void {
    const matches = matchChildren([...before.childNodes], [...after.childNodes]);
    const kept = new Set(matches.values());
    for (const child of before.childNodes) {
      if (!kept.has(child)) (this.before.get(child) as ChildNode | undefined)?.remove();
    }
    const children = [...after.childNodes].map((child) => {
      const match = matches.get(child);
      if (match) this.update(match, child);
      return this.pairs.get(child) ?? this.copy(child);
    });
    arrange(children, live);
  }

  private copy(child: Node): Node {
    const copy = document.importNode(child, true);
    pairUp(child, copy, this.pairs);
    return copy;
  }
}

/** True when an element comes behind another one, or first where there is none. */
const comesAfter = (node: Node, previous: Node | null, parent: Element): boolean => {
  if (node.parentNode !== parent) return false;
  if (previous === null) return parent.firstElementChild === node;
  return (previous.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
};

const putAfter = (node: Node, previous: Node | null, parent: Element): void => {
  parent.insertBefore(node, previous ? previous.nextSibling : parent.firstChild);
};

/**
 * Puts children in their order. No element is moved without need, since what is moved loses the focus: so
 * elements are placed by each other first, and then the texts between them by what they stand behind.
 */
const arrange = (children: readonly Node[], parent: Element): void => {
  let previous: Node | null = null;
  for (const node of children.filter((child) => child instanceof Element)) {
    if (!comesAfter(node, previous, parent)) putAfter(node, previous, parent);
    previous = node;
  }
  previous = null;
  for (const node of children) {
    const isText = !(node instanceof Element);
    if (isText && (node.parentNode !== parent || node.previousSibling !== previous)) {
      putAfter(node, previous, parent);
    }
    previous = node;
  }
};

const updateAttributes = (before: Element, after: Element, live: Element): void => {
  for (const name of new Set([...before.getAttributeNames(), ...after.getAttributeNames()])) {
    const value = after.getAttribute(name);
    if (value === before.getAttribute(name)) continue;
    if (value === null) live.removeAttribute(name);
    else live.setAttribute(name, value);
  }
};
