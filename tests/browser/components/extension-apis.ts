import english from '../../../public/_locales/en/messages.json';

type Messages = Record<string, { message: string }>;
const messages: Messages = english;

const event = { addListener: () => undefined, removeListener: () => undefined };

/** What components ask of the browser, with English words, settings at their defaults and nobody who answers messages. */
const browser = {
  runtime: { id: 'saidso', sendMessage: async () => ({ ok: true, value: {} }), onMessage: event },
  storage: { local: { get: async () => ({}), set: async () => undefined }, onChanged: event },
  i18n: {
    getUILanguage: () => 'en-GB',
    getMessage: (key: string, values: string[] = []) =>
      (messages[key]?.message ?? '').replace(/\$(?:(\d)|\$)/g, (_, digit) => (digit ? (values[Number(digit) - 1] ?? '') : '$')),
  },
};

// `wxt/browser` takes it from here, so this module is imported before all others.
Object.assign(globalThis, { browser });
