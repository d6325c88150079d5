/** Pages of twelve looks: the words in `p` are painted. `own` is the page's style, `words` its text. */
export const PAINTED_PAGES: readonly { name: string; own: string; words?: string; attributes?: string }[] = [
  { name: 'light', own: 'body { background: #fff; color: #1a1a1a }' },
  { name: 'dark, and says nothing of it', own: 'body { background: #14161a; color: #d7dade }' },
  { name: 'dark by color-scheme', own: ':root { color-scheme: dark }' },
  { name: 'coloured', own: 'body { background: #0b6e4f; color: #f4fff8 }' },
  { name: 'sepia', own: 'body { background: #f4ecd8; color: #5b4636 }' },
  {
    name: 'a gradient behind the words',
    own: 'body { background: linear-gradient(90deg, #ff5f6d, #ffc371 50%, #2c3e50); color: #101010 }',
  },
  { name: 'white on black', own: 'body { background: #000; color: #fff }' },
  { name: 'very light grey words', own: 'body { background: #fff; color: #b5b5b5 }' },
  { name: 'a link', own: 'body { background: #fff } p { color: #0645ad; text-decoration: underline }' },
  {
    name: 'letters cut out of a gradient, big',
    own: 'p { font: 700 30px sans-serif; background: linear-gradient(90deg, #c00, #00c); background-clip: text; -webkit-text-fill-color: transparent }',
  },
  {
    name: 'code with its own selection colours and shadow',
    own: 'body { background: #282c34 } p { font: 15px monospace; color: #98c379; text-shadow: 0 0 2px #98c379 } ::selection { background: #61afef; color: #000 }',
  },
  {
    name: 'from right to left',
    own: 'body { background: #fdfdfd; color: #222 }',
    words: 'قالت الرئيسة إن المرفأ سيفتح في الربيع',
    attributes: 'dir="rtl" lang="ar"',
  },
];
