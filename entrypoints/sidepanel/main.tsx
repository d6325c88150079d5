import { mount } from '../../components/mount.tsx';
import { SidePanel } from './SidePanel.tsx';

mount('panel_title', <SidePanel />);
