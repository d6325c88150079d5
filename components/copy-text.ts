/**
 * Puts text on the clipboard, to be called in a click; false when the browser refuses. A page may deny its frames the
 * asynchronous clipboard (Permissions-Policy), also the frame of our card, but not the copy command.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  const lifetime = new AbortController();
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', onCopy, { signal: lifetime.signal });
  const copied = document.execCommand('copy');
  lifetime.abort();
  return copied;
}
