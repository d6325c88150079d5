import { useEffect, useEffectEvent, useState } from 'react';

type SettingTextProps = {
  label: string;
  /** As stored. */
  value: string;
  placeholder?: string;
  maxLength: number;
  onSave: (value: string) => void;
};

/** Typing rests this long before it is stored: each store tells every open page. */
const REST_MS = 500;

/** A one-line setting, stored while one types. */
export function SettingText({ label, value, placeholder, maxLength, onSave }: SettingTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = useEffectEvent((): void => {
    if (typed !== null && typed !== value) onSave(typed);
  });
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(save, REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <label className="field">
      <span className="label">{label}</span>
      <input
        className="input"
        dir="auto"
        value={typed ?? value}
        placeholder={placeholder}
        maxLength={maxLength}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => typed !== null && typed !== value && onSave(typed)}
      />
    </label>
  );
}
