import { useId, useRef, useState } from 'react';
import { Button } from './Button.tsx';

type FileDropProps = {
  /** What may be dropped here. */
  label: string;
  /** On the button that opens the file dialog. */
  button: string;
  /** As the attribute of a file field: `.html,.pdf`; every file where it is left out. */
  accept?: string;
  onFile: (file: File) => void;
};

/** A place to drop a file on, with a button that does the same by keyboard. */
export function FileDrop({ label, button, accept, onFile }: FileDropProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button in it does the same by keyboard
    <div
      className="drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file) onFile(file);
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      <Button onPress={() => input.current?.click()}>{button}</Button>
    </div>
  );
}
