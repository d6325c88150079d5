import { mount } from '../../components/mount.tsx';
import { ask } from '../../utils/messaging/ask.ts';
import { Card } from './Card.tsx';

// The token is good for one trade, so it is traded here and not in a component, which React may mount twice.
const token = location.hash.slice(1);
const context = token === '' ? Promise.resolve(null) : ask('card.context', { token }).then((result) => (result.ok ? result.value : null));

mount('card_title', <Card context={context} />);
