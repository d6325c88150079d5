import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageActions } from '../../../components/page-actions.ts';
import { undoLast } from '../../../components/undo.ts';
import type { ShownQuotation } from '../../../utils/messaging/protocol.ts';

const shown = (start: number, text: string): ShownQuotation => ({
  frameId: 4,
  index: 0,
  keptAs: null,
  quotation: {
    kind: 'inline',
    region: 'article',
    text,
    start,
    end: start + text.length,
    speaker: null,
    mention: null,
    cue: null,
    source: null,
    within: null,
    rule: 'r',
    confidence: 1,
    why: { speaker: null, source: null },
  },
});

/** A background that answers `quotation.keep` with `created`, in turn. */
function background(...created: boolean[]) {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('en');
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  Object.assign(fakeBrowser.runtime, { id: 'test-extension-id' });
  const answers = created.map((value, i) => ({ ok: true, value: { id: `id-${i}`, created: value } }));
  return vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async () => answers.shift());
}
afterEach(() => vi.restoreAllMocks());

describe('keeping a quotation', () => {
  it('says which by its place and words, not by its index', async () => {
    const send = background(false);
    pageActions(1).keep(shown(20, 'Not for sale.'));
    await vi.waitFor(() => expect(send).toHaveBeenCalled());
    expect(send.mock.calls[0]?.[0]).toEqual({
      name: 'quotation.keep',
      request: { tabId: 1, frameId: 4, start: 20, end: 33, exact: 'Not for sale.' },
    });
  });

  it('offers to take back what was made, never what had been kept before', async () => {
    background(false, false);
    await pageActions(1).keepAll([shown(20, 'One.'), shown(40, 'Two.')]);
    expect(undoLast()).toBe(false);
    background(false, true);
    await pageActions(1).keepAll([shown(20, 'One.'), shown(40, 'Two.')]);
    expect(undoLast()).toBe(true);
    await vi.waitFor(() => expect(fakeBrowser.i18n.getMessage).toHaveBeenCalledWith('common_undone', expect.anything()));
  });
});
