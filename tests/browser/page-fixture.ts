/** Puts a piece of HTML into the test page, below one root of its own. */
export function build(html: string): HTMLElement {
  const root = document.createElement('main');
  root.append(document.createRange().createContextualFragment(html));
  document.body.append(root);
  return root;
}

/** Takes everything that `build` made out again. */
export function clear(): void {
  for (const root of document.querySelectorAll('body > main')) root.remove();
}
