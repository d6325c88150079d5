import { afterEach, describe, expect, it } from 'vitest';
import { MAX_PAGE_CHARACTERS, walkPage } from '../../utils/dom/page-walk.ts';
import { readPage } from '../../utils/dom/read-page.ts';
import { unpackPage } from '../../utils/domain/packed-page.ts';
import { build, clear } from './page-fixture.ts';

const read = (html: string) => readPage(build(html), 'https://paper.example/a').page;

afterEach(clear);

describe('reading a page', () => {
  it('takes the words a reader sees: no scripts, styles, templates, form fields, buttons or hidden parts', () => {
    const page = read(`<p>Seen</p><script>var a="no"</script><style>b{}</style><template>no</template><noscript>no</noscript>
      <textarea>no</textarea><button>no</button><select><option>no</select><p hidden>no</p><p style="color:red; display: none">no</p>
      <div contenteditable>draft</div><dialog>no</dialog><dialog open>Open</dialog><div hidden="until-found">Found</div>`);
    expect(page.text).toBe('Seen\nOpen\nFound');
  });

  it('collapses white space as layout does, and keeps no-break spaces', () => {
    expect(read('<p>  one\n two\t<b> three</b>four  <i>five</i>\u00a0six </p>').text).toBe('one two threefour five\u00a0six');
  });

  it('keeps the line breaks of <pre> and breaks at <br> and between blocks once', () => {
    expect(read('<div><div><p>a<br>b</p></div></div><p>c</p><pre>d\n  e</pre><p>f').text).toBe('a\nb\nc\nd\n  e\nf');
  });

  it('reads open shadow roots in place of their host’s children, and slotted children once, in the slot’s place', () => {
    const root = build('<p>before</p><section id="host"><p slot="late">slotted</p><p>not shown</p></section><p>after</p>');
    const shadow = root.querySelector('#host')?.attachShadow({ mode: 'open' });
    shadow?.append(Object.assign(document.createElement('p'), { textContent: 'inside' }));
    shadow?.append(Object.assign(document.createElement('slot'), { name: 'late' }));
    const { page, shadowRoots } = readPage<Node>(root, 'https://paper.example/a');
    expect(page.text).toBe('before\ninside\nslotted\nafter');
    expect(shadowRoots).toEqual([shadow]);
  });

  it('lists elements with where their text lies, a parent before its children, none without text', () => {
    const page = read('<blockquote cite="/s" class="q"><p id=x>One <a href="t.html">two</a></p></blockquote><div></div><span>three</span>');
    expect(page.elements.slice(1)).toEqual([
      { tag: 'blockquote', start: 0, end: 7, parent: 0, names: 'q', cite: '/s' },
      { tag: 'p', start: 0, end: 7, parent: 1, names: 'x' },
      { tag: 'a', start: 4, end: 7, parent: 2, href: 't.html' },
    ]);
    expect(page.text).toBe('One two\nthree');
  });

  it('is not led astray by form fields named like the properties it reads', () => {
    const fields = ['firstChild', 'nextSibling', 'localName', 'getAttributeNames', 'getAttribute', 'nodeType', 'shadowRoot', 'childNodes'];
    const form = `<form class="f"><p>in</p>${fields.map((name) => `<fieldset name="${name}">${name}</fieldset>`).join('')}</form>`;
    expect(read(`${form}<p>behind</p>`).text).toBe(`in\n${fields.join('\n')}\nbehind`);
  });

  it('cuts a page that is too long, even inside one text node, and says so', () => {
    const root = build('<p></p><p>never reached</p>');
    root.querySelector('p')?.append('word '.repeat(MAX_PAGE_CHARACTERS / 4));
    const { page } = readPage<Node>(root, 'https://paper.example/a');
    expect(page.truncated).toBe(true);
    expect(page.text.length).toBe(MAX_PAGE_CHARACTERS);
  });

  it('yields within long pages, and reads the same in steps as in one go', () => {
    const root = build('<p>Some <b>words</b>.</p>'.repeat(2_000));
    const steps = walkPage<Node>(root, 'https://paper.example/a');
    let count = 0;
    let step = steps.next();
    while (!step.done) {
      count++;
      step = steps.next();
    }
    expect(count).toBeGreaterThan(10);
    expect(unpackPage(step.value.page)).toEqual(readPage<Node>(root, 'https://paper.example/a').page);
  });

  it('reads deep trees without recursion', () => {
    const root = build('');
    let inner: Element = root;
    for (let i = 0; i < 20_000; i++) inner = inner.appendChild(document.createElement('i'));
    inner.textContent = 'deep';
    expect(readPage<Node>(root, 'https://paper.example/a').page.text).toBe('deep');
    root.replaceChildren();
  });

  it('reads an SVG document and an XML document as pages without a title of their own', () => {
    const parse = (source: string, type: DOMParserSupportedType) => new DOMParser().parseFromString(source, type).documentElement;
    expect(
      readPage<Node>(parse('<svg xmlns="http://www.w3.org/2000/svg"><text>no</text></svg>', 'image/svg+xml'), 'https://a.example/').page
        .text,
    ).toBe('');
    expect(readPage<Node>(parse('<feed><entry>words</entry></feed>', 'application/xml'), 'https://a.example/').page.text).toBe('words');
  });
});
