/** Puts text on the clipboard. Call it from a click. False when the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text); // `navigator.clipboard` is missing on http pages, and a page's policy can forbid it
  }
}

function copyByCommand(text: string): boolean {
  const life = new AbortController();
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation(); // the page's own handlers would add to it
  };
  addEventListener('copy', onCopy, { capture: true, signal: life.signal });
  const copied = document.execCommand('copy');
  life.abort();
  return copied;
}
