import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';

type Look = 'normal' | 'primary' | 'quiet' | 'danger';

const looks: Record<Look, string> = {
  normal: 'button',
  primary: 'button button-primary',
  quiet: 'button button-quiet',
  danger: 'button button-quiet button-danger',
};

type ButtonProps = Omit<AriaButtonProps, 'className' | 'children'> & { look?: Look; icon?: LucideIcon; children: string };

export function Button({ look = 'normal', icon: Icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={looks[look]}>
      {Icon ? <Icon aria-hidden /> : null}
      <span>{children}</span>
    </AriaButton>
  );
}

type IconButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'> & { look?: Look; icon: LucideIcon; label: string };

/** A button shown as an icon; its name is spoken, and shown on hover and focus. */
export function IconButton({ look = 'quiet', icon: Icon, label, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...rest} aria-label={label} className={`${looks[look]} button-icon`}>
        <Icon aria-hidden />
      </AriaButton>
      <Tooltip className="tooltip" offset={4}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
