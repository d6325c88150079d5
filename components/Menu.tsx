import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, type MenuItemProps, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';

/** A menu that opens from `trigger` (a Button or IconButton). */
export function Menu({ trigger, label, children }: { trigger: ReactElement; label: string; children: ReactNode }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" offset={4}>
        <AriaMenu className="menu" aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

type MenuChoiceProps = Omit<MenuItemProps, 'className' | 'children'> & { icon?: LucideIcon; children: string; description?: string };

export function MenuChoice({ icon: Icon, children, description, ...rest }: MenuChoiceProps) {
  return (
    <MenuItem {...rest} className="menu-choice" textValue={children}>
      {Icon ? <Icon className="icon" aria-hidden /> : null}
      <Text slot="label">{children}</Text>
      {description ? <Text slot="description">{description}</Text> : null}
    </MenuItem>
  );
}
