import type { LocalSite } from '../local-site.ts';

/** A page whose words stand in a frame or behind a shadow root, far below the fold of both. */
export interface FramedPage {
  name: string;
  /** The page's own path. */
  path: string;
  /** How the frame that holds the words is known by its URL; null: the page itself holds them. */
  frame: string | null;
  /** Whose page the words are: under this URL what is kept of them is stored. */
  source: (site: LocalSite) => string;
  /** A detected quotation. */
  quote: string;
  serve(site: LocalSite): void;
}

/** What the reader selects, in each page. */
export const PICKED = 'the bell of the lower quay';

const far = '<div style="height: 1800px"></div>';
const quoteOf = (who: string): string => `The sluice of ${who} was never meant to be shut by hand.`;
/** The words of each page: a quotation and, in `#pick`, what is selected. */
const story = (who: string): string =>
  `${far}<p>Keeper ${who} said: “${quoteOf(who)}”</p><p>At six <em id="pick">${PICKED}</em> was rung by hand.</p>${far}`;
const whole = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
const page = (frame: string): string => whole('The quay', `<h1>The quay</h1>${far}${frame}${far}`);
const attribute = (html: string): string => html.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
/** An open shadow root that is made as the page is parsed. */
const shadow = (body: string): string => `<section><template shadowrootmode="open">${body}</template></section>`;
const size = 'width="700" height="260"';

const local = (path: string) => (site: LocalSite) => `${site.origin}${path}`;
const other = (path: string) => (site: LocalSite) => `http://localhost:${site.port}${path}`;

interface Parts {
  name: string;
  who: string;
  path: string;
  frame: string | null;
  source: (site: LocalSite) => string;
  /** The page, and the documents of its frames by path. */
  body: (site: LocalSite) => string;
  inner?: Record<string, string>;
}

const made = ({ name, who, path, frame, source, body, inner = {} }: Parts): FramedPage => ({
  name,
  path,
  frame,
  source,
  quote: quoteOf(who),
  serve(site) {
    site.serve(path, body(site));
    for (const [at, html] of Object.entries(inner)) site.serve(at, html);
  },
});

export const framedPages: readonly FramedPage[] = [
  made({
    name: 'a frame of the same origin',
    who: 'Ada Brook',
    path: '/same',
    frame: '/same-inner',
    source: local('/same-inner'),
    body: () => page(`<iframe ${size} src="/same-inner"></iframe>`),
    inner: { '/same-inner': whole('Inside', story('Ada Brook')) },
  }),
  made({
    name: 'a frame of another origin',
    who: 'Ben Carrow',
    path: '/cross',
    frame: '/cross-inner',
    source: other('/cross-inner'),
    body: ({ port }) => page(`<iframe ${size} src="http://localhost:${port}/cross-inner"></iframe>`),
    inner: { '/cross-inner': whole('Inside', story('Ben Carrow')) },
  }),
  made({
    name: 'a srcdoc frame',
    who: 'Cleo Dunmore',
    path: '/srcdoc',
    frame: 'about:srcdoc',
    source: local('/srcdoc'),
    body: () => page(`<iframe ${size} srcdoc="${attribute(whole('Inside', story('Cleo Dunmore')))}"></iframe>`),
  }),
  made({
    name: 'a sandboxed frame',
    who: 'Dora Eames',
    path: '/sandbox',
    frame: '/sandbox-inner',
    source: other('/sandbox-inner'),
    body: ({ port }) => page(`<iframe ${size} sandbox="allow-scripts" src="http://localhost:${port}/sandbox-inner"></iframe>`),
    inner: { '/sandbox-inner': whole('Inside', story('Dora Eames')) },
  }),
  made({
    name: 'a sandboxed srcdoc frame',
    who: 'Emil Farrow',
    path: '/sandboxed-srcdoc',
    frame: 'about:srcdoc',
    source: local('/sandboxed-srcdoc'),
    body: () => page(`<iframe ${size} sandbox="allow-scripts" srcdoc="${attribute(whole('Inside', story('Emil Farrow')))}"></iframe>`),
  }),
  made({
    name: 'an open shadow root',
    who: 'Fern Gable',
    path: '/shadow',
    frame: null,
    source: local('/shadow'),
    body: () => page(shadow(story('Fern Gable'))),
  }),
  made({
    name: 'a shadow root in a frame',
    who: 'Gus Hallam',
    path: '/shadow-in-frame',
    frame: '/shadow-inner',
    source: other('/shadow-inner'),
    body: ({ port }) => page(`<iframe ${size} src="http://localhost:${port}/shadow-inner"></iframe>`),
    inner: { '/shadow-inner': whole('Inside', shadow(`<div>${shadow(story('Gus Hallam'))}</div>`)) },
  }),
  made({
    name: 'a frame in a shadow root',
    who: 'Hal Ingram',
    path: '/frame-in-shadow',
    frame: '/shadowed-inner',
    source: local('/shadowed-inner'),
    body: () => page(shadow(`<iframe ${size} src="/shadowed-inner"></iframe>`)),
    inner: { '/shadowed-inner': whole('Inside', story('Hal Ingram')) },
  }),
];
