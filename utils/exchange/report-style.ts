/** The look of the HTML report: light and dark, on screen and on paper. Must not contain `<`. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ink: #1c1b1a; --paper: #fffdf9; --faint: #5d5952; --line: #ddd8cf; --link: #0b57a4; --box: #f5f1ea; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ebe7e0; --paper: #1b1a18; --faint: #aaa49a; --line: #3d3a35; --link: #8ec5ff; --box: #26241f; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1rem 4rem; max-width: 44rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.5rem 0 0; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 0.9rem; margin: 0.8rem 0 0.2rem; }
a { color: var(--link); }
.facts { color: var(--faint); font-size: 0.875rem; margin: 0.3rem 0; }
article { margin: 1.5rem 0; padding-inline-start: 1rem; border-inline-start: 4px solid var(--line); }
article.yellow { border-color: #d9b51c; } article.green { border-color: #3f9a4b; } article.blue { border-color: #3b82c4; }
article.pink { border-color: #d2588f; } article.purple { border-color: #8a5cc4; }
blockquote { margin: 0; font: 1.1rem/1.5 Georgia, serif; }
blockquote p { margin: 0 0 0.4rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.1rem 0.8rem; margin: 0.6rem 0; }
dt { color: var(--faint); } dd { margin: 0; }
.tag { padding: 0 0.45em; border: 1px solid var(--line); border-radius: 1em; }
.note { padding: 0.1rem 0.8rem 0.4rem; background: var(--box); border-radius: 0.4rem; }
.note > * { margin-block: 0.4rem; }
.note pre { white-space: pre-wrap; }
.verdict { display: block; color: var(--faint); } .verdict b { color: var(--ink); }
@media print {
  :root { --ink: #000; --paper: #fff; --faint: #444; --line: #bbb; --link: #000; --box: #fff; color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  article { break-inside: avoid; } h2 { break-after: avoid; }
  h2 a::after { content: " (" attr(href) ")"; font-size: 0.8em; font-weight: normal; }
}
`;
