import { Download } from 'lucide-react';
import type { Annotation } from '../utils/domain/annotation.ts';
import { Button } from './Button.tsx';
import { Menu, MenuChoice } from './Menu.tsx';
import { t } from './t.ts';

type ExportMenuProps = {
  annotations: Annotation[] /** What they are of: a page's title, "library"; becomes part of the file name. */;
  name: string;
};

/** Takes annotations out in one of the open formats, as a file. */
export function ExportMenu({ annotations, name }: ExportMenuProps) {
  return (
    <span>
      {name}
      {annotations.length}
    </span>
  );
}
