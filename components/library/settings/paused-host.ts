/** The host that a reader means by what they typed or pasted (`example.org`, a whole URL); null when it names none. */
export function pausedHost(typed: string): string | null {
  const text = typed.trim();
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || /\s/.test(text) || !URL.canParse(url)) return null;
  const { host, protocol } = new URL(url);
  return host !== '' && (protocol === 'https:' || protocol === 'http:') ? host.replace(/^www\./, '') : null;
}
