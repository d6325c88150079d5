import './extension-apis.ts';

import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AnnotationEditor } from '../../../components/AnnotationEditor.tsx';
import { Toast } from '../../../components/Toast.tsx';
import { toasts } from '../../../components/toasts.ts';
import { useAnnotation } from '../../../components/use-annotations.ts';
import { annotations } from '../../../utils/db/annotations.ts';
import { database } from '../../../utils/db/database.ts';
import { type Annotation, claimsOf, noteOf, quotationOf, tagsOf } from '../../../utils/domain/annotation.ts';
import { anAnnotation, aQuotation, note, tag } from '../../unit/components/an-annotation.ts';

// Tests run in a frame, where the editor would speak to the background; here it has the database itself.
vi.mock('../../../components/annotation-store.ts', async () => {
  const [{ annotations }, { openDatabase }] = await Promise.all([
    import('../../../utils/db/annotations.ts'),
    import('../../../utils/db/database.ts'),
  ]);
  return { annotationStore: { ...annotations, open: openDatabase } };
});

const { id } = anAnnotation();
const stored = async (): Promise<Annotation> => (await annotations.get(id)) as Annotation; // each test stores it first
let roots: Root[];

/** Shows an editor of the stored annotation, as a surface of its own. */
function open(name: string): void {
  const element = document.body.appendChild(document.createElement('section'));
  element.setAttribute('aria-label', name);
  const root = createRoot(element);
  root.render(<Surface />);
  roots.push(root);
}

function Surface() {
  const annotation = useAnnotation(id);
  return (
    <>
      {annotation && annotation.deleted === null ? <AnnotationEditor annotation={annotation} /> : <p>Nothing</p>}
      <Toast />
    </>
  );
}

const noteField = (surface = 'one') => page.getByRole('region', { name: surface }).getByRole('textbox', { name: 'Note' });
const tagField = () => page.getByRole('combobox', { name: 'Tags' });

beforeEach(async () => {
  roots = [];
  await database.annotations.clear();
  await annotations.create(anAnnotation([aQuotation]));
});
afterEach(() => {
  for (const root of roots) root.unmount();
  document.body.replaceChildren();
  toasts.clear();
});

describe('what is typed', () => {
  it('is stored without a button', async () => {
    open('one');
    await noteField().fill('Ask the port');
    await vi.waitFor(async () => expect(noteOf(await stored())).toBe('Ask the port'));
  });

  it('is stored when the editor is closed in the middle of it', async () => {
    open('one');
    await noteField().fill('Ask the po');
    roots[0]?.unmount();
    await vi.waitFor(async () => expect(noteOf(await stored())).toBe('Ask the po'));
  });

  it('appears in another surface', async () => {
    open('one');
    open('two');
    await noteField('one').fill('Ask the port');
    await expect.element(noteField('two')).toHaveValue('Ask the port');
  });

  it('stays when another surface changes something else', async () => {
    open('one');
    await noteField().fill('Ask');
    await annotations.addTags([id], ['ferry']);
    await userEvent.type(noteField(), ' the port');
    await vi.waitFor(async () => expect([noteOf(await stored()), tagsOf(await stored())]).toEqual(['Ask the port', ['ferry']]));
  });

  it('as a speaker makes the attribution the reader’s', async () => {
    open('one');
    await page.getByRole('button', { name: 'Whose words' }).click();
    await page.getByLabelText('Speaker').fill('Bo Example');
    await vi.waitFor(async () => expect(quotationOf(await stored())).toMatchObject({ speaker: 'Bo Example', rule: 'reader' }));
  });
});

describe('tags by keyboard', () => {
  it('Enter and comma add one, Backspace in the empty field takes the last', async () => {
    open('one');
    await tagField().click();
    await userEvent.keyboard('ferry{Enter}');
    await vi.waitFor(async () => expect(tagsOf(await stored())).toEqual(['ferry']));
    await userEvent.keyboard('un policy,');
    await vi.waitFor(async () => expect(tagsOf(await stored())).toEqual(['ferry', 'un policy']));
    await userEvent.keyboard('{Backspace}');
    await vi.waitFor(async () => expect(tagsOf(await stored())).toEqual(['ferry']));
  });

  it('those in use are offered, and the arrows choose one', async () => {
    await annotations.create(anAnnotation([tag('harbour')], { id: '6f1d4f5e-0000-4000-8000-000000000002' }));
    open('one');
    await tagField().click();
    await userEvent.keyboard('har');
    await expect.element(page.getByRole('option', { name: /harbour/ })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await vi.waitFor(async () => expect(tagsOf(await stored())).toEqual(['harbour']));
  });
});

it('a claim starts with the words and the speaker, and is judged on two axes', async () => {
  open('one');
  await page.getByRole('button', { name: 'Add a claim' }).click();
  await page.getByLabelText('Did they say it?').selectOptions('out-of-context');
  await page.getByLabelText('Is it true?').selectOptions('mostly-false');
  await vi.waitFor(async () =>
    expect(claimsOf(await stored())).toMatchObject([
      {
        text: 'Nobody will wait for the ferry again',
        author: 'Ana Example',
        assessment: { authenticity: 'out-of-context', veracity: 'mostly-false' },
      },
    ]),
  );
});

it('a claim that is removed right after typing comes back with the words typed last', async () => {
  open('one');
  await page.getByRole('button', { name: 'Add a claim' }).click();
  await page.getByLabelText('What is claimed').fill('Nobody waits');
  await page.getByRole('button', { name: 'Remove this claim' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await vi.waitFor(async () => expect(claimsOf(await stored()).map(({ text }) => text)).toEqual(['Nobody waits']));
});

it('a colour is chosen with the arrows', async () => {
  open('one');
  await expect.element(page.getByRole('radio', { name: 'Yellow' })).toBeInTheDocument();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  await vi.waitFor(async () => expect((await stored()).target.styleClass).toBe('green'));
});

it('a deletion can be undone', async () => {
  open('one');
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect.element(page.getByText('Nothing')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(noteField()).toBeVisible();
});

it('a note is shown as Markdown, its HTML as text, its pictures as links', async () => {
  await annotations.change(id, (now) => ({
    ...now,
    body: [note('**so** <img src=x onerror="boom()"> ![pixel](https://tracker.example/p.gif) [x](javascript:boom)')],
  }));
  open('one');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect.element(page.getByText('so', { exact: true })).toBeVisible();
  const preview = document.querySelector('.markdown');
  expect(preview?.querySelectorAll('img, script, [onerror]')).toHaveLength(0);
  expect(preview?.textContent).toContain('<img src=x onerror="boom()">');
  expect([...(preview?.querySelectorAll('a') ?? [])].map((a) => a.getAttribute('href'))).toEqual(['https://tracker.example/p.gif', '']);
});
