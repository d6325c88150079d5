/** The browser has the file long before; until then the address must live. */
const ADDRESS_LIFE_MS = 60_000;

/** Lets the browser save a file of these pieces, under this name, where the reader's downloads go. */
export function saveFile(pieces: Iterable<string>, name: string, mime: string): void {
  const url = URL.createObjectURL(new Blob([...pieces], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), ADDRESS_LIFE_MS);
}
