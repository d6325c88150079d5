import { mount } from '../../components/mount.tsx';
import { Popup } from './Popup.tsx';

mount('popup_title', <Popup />);
