/** What a node looks like: equal for nodes that are equal with all that is in them. */
const looksOf = (node: Node): string =>
  node instanceof Element ? node.outerHTML : `${node.nodeType}:${node.nodeValue}`;

/** What a node is: equal for nodes that one can become the other. */
const kindOf = (node: Node): string => {
  if (!(node instanceof HTMLElement)) return node.nodeName;
  return [node.nodeName, node.id, node.dataset['chart'], node.getAttribute('name')].join(' ');
};

/** Takes nodes in order, each once, by what is said of them. */
const takerOf = (nodes: readonly Node[], say: (node: Node) => string) => {
  const waiting = Map.groupBy(nodes, say);
  return (node: Node): Node | undefined => waiting.get(say(node))?.shift();
};

/**
 * Says which child became which: children that are the same first, wherever they stand; of the others,
 * those of one kind in their order.
 * @returns for each child that was there before, by the one it became
 */
export const matchChildren = (before: readonly Node[], after: readonly Node[]): Map<Node, Node> => {
  const matches = new Map<Node, Node>();
  const match = (say: (node: Node) => string): void => {
    const taken = new Set(matches.values());
    const take = takerOf(
      before.filter((node) => !taken.has(node)),
      say,
    );
    for (const node of after) {
      const partner = matches.has(node) ? undefined : take(node);
      if (partner) matches.set(node, partner);
    }
  };
  match(looksOf);
  match(kindOf);
  return matches;
};
