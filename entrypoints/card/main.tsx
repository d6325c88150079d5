import { saveCorrection } from '../../components/correction-store.ts';
import { mount } from '../../components/mount.tsx';
import { ask } from '../../utils/messaging/ask.ts';
import { Card, type Context } from './Card.tsx';

// The token is good for one trade, so it is traded here and not in a component, which React may mount twice.
const token = location.hash.slice(1);
const context = token === '' ? Promise.resolve(null) : trade();

async function trade(): Promise<Context | null> {
  const traded = await ask('card.context', { token });
  if (!traded.ok) return null;
  if (!('draft' in traded.value)) return traded.value;
  const { draft, taken } = traded.value;
  const saved = taken ? await saveCorrection(draft.correction, draft.correction.attribution, draft.annotationIds) : null;
  return { ...traded.value, saved };
}

mount('card_title', <Card context={context} />);
