/** Hands a file to the browser's downloads. The parts are not copied; their memory is let go a while after the browser took them. */
export function download(parts: BlobPart[], name: string, mime: string): void {
  const url = URL.createObjectURL(new Blob(parts, { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The click only starts it: a URL that is gone too soon gives an empty file in Firefox.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const MAX_NAME = 60;

/** A file name of letters, digits and hyphens of any script: `saidso-rubio-orders-2026-11-24.json`. */
export function fileName(about: string, day: string, extension: string): string {
  const slug = about
    .normalize('NFC')
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, MAX_NAME)
    .replace(/^-+|-+$/gu, '');
  return `${['saidso', slug, day].filter((part) => part !== '').join('-')}.${extension}`;
}
