import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Annotation } from '../utils/domain/annotation.ts';
import type { Format } from '../utils/exchange/format.ts';
import { Button } from './Button.tsx';
import { Menu, MenuChoice } from './Menu.tsx';
import { type MessageKey, plural, t } from './t.ts';
import { showToast } from './toasts.ts';

type ExportMenuProps = {
  annotations: readonly Annotation[] /** What they are of: a page's title, "library"; becomes part of the file's name. */;
  name: string;
  /** They are all there are: all corrections go with them. */
  everything?: boolean;
};

/** Takes annotations out as a file, in one of the open formats. */
export function ExportMenu({ annotations, name, everything = false }: ExportMenuProps) {
  const formats = useFormats();
  return (
    <Menu
      label={t('common_export')}
      trigger={
        <Button icon={Download} isDisabled={annotations.length === 0 && !everything}>
          {t('common_export')}
        </Button>
      }
    >
      {formats.map((format) => (
        <MenuChoice key={format.id} id={format.id} onAction={() => void save(format, annotations, name, everything)}>
          {t(format.labelKey as MessageKey)}
        </MenuChoice>
      ))}
    </Menu>
  );
}

async function save(format: Format, annotations: readonly Annotation[], name: string, everything: boolean): Promise<void> {
  const { exportFile } = await import('./export-file.ts');
  const file = await exportFile(format, annotations, name, { everything });
  showToast(plural('common_exported', annotations.length, file));
}

/** Loaded after the surface is shown: the writers of all formats are more code than the popup's own. */
function useFormats(): Format[] {
  const [formats, setFormats] = useState<Format[]>([]);
  useEffect(() => {
    void import('../utils/exchange/formats.ts').then((module) => setFormats(module.formats.filter((format) => format.write !== undefined)));
  }, []);
  return formats;
}
