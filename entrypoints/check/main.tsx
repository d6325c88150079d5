import { CheckPage } from '../../components/check/CheckPage.tsx';
import { mount } from '../../components/mount.tsx';
import { compare } from './compare.ts';
import { readSource } from './read-source.ts';
import '../../components/entry.css';
import '../../components/check/check.css';

mount('check_title', <CheckPage checker={{ read: readSource, compare }} />);
