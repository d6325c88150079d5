type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Makes an element of our own from names and text, never from markup. An attribute that is false, null or undefined is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes,
  ...children: (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

/** Text of the page: isolated, so that a right-to-left override in a name cannot turn what stands around it, and cut at `limit`. */
export function foreign(text: string, limit: number): HTMLElement {
  return element('bdi', { class: 'foreign' }, cut(text, limit));
}

/** The same for a place that takes a string: an accessible name, a slot of a sentence. Its own directions are taken out. */
export function isolated(text: string, limit: number): string {
  return `\u2068${cut(text, limit).replace(/[\u202a-\u202e\u2066-\u2069]/g, '')}\u2069`;
}

/** At most `limit` characters, with an ellipsis where something was cut. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit).replace(/[\ud800-\udbff]?\S{0,20}$/, '')}…`;
}

/** Listens for what a person does. An event that a script made is no reason to act. */
export function onTrusted<K extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  type: K,
  act: (event: HTMLElementEventMap[K]) => void,
  signal: AbortSignal,
): void {
  target.addEventListener(type, (event) => event.isTrusted && act(event), { signal });
}

/** A button that acts on a real click, or on Enter and Space. */
export function button(
  attributes: Attributes,
  act: (event: MouseEvent) => void,
  signal: AbortSignal,
  ...children: (Node | string)[]
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  onTrusted(made, 'click', act, signal);
  // A selection of the page and the focus stay where they are.
  onTrusted(made, 'mousedown', (event) => event.preventDefault(), signal);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A line drawing of 16 × 16 in the colour of the text, hidden from screen readers. `path` is an SVG path. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of [
    ['viewBox', '0 0 16 16'],
    ['aria-hidden', 'true'],
    ['class', 'icon'],
  ] as const)
    svg.setAttribute(name, value);
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
