const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for between tags and for attributes in double quotes. NUL is no character of HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign).replaceAll('\0', '\uFFFD');

/** `url` from `linkable`; without one the text alone. */
export const htmlLink = (text: string, url: string | null): string =>
  url === null ? escapeHtml(text) : `<a href="${escapeHtml(url)}" rel="noreferrer">${escapeHtml(text)}</a>`;
