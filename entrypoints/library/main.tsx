import { Library } from '../../components/library/Library.tsx';
import { mount } from '../../components/mount.tsx';
import '../../components/entry.css';
import '../../components/library/library.css';

mount('library_title', <Library />);
