// The menu in the head of the chat, after the ARIA menu-button pattern: arrows move, Escape closes it alone, focus
// comes back to the button.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useTexts } from '../texts/index.ts';
import { DownloadIcon, MoreIcon, NewIcon, PersonIcon } from './icons.tsx';

const ICONS = { person: PersonIcon, new: NewIcon, download: DownloadIcon };

export interface MenuItem {
  label: string;
  icon: keyof typeof ICONS;
  disabled?: boolean;
  run: () => void;
}

export function Menu({ items }: { items: MenuItem[] }) {
  const texts = useTexts();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const entries = () => [...(box.current?.querySelectorAll<HTMLButtonElement>('[role=menuitem]') ?? [])];

  useEffect(() => {
    if (!open) return;
    entries()[0]?.focus();
    const outside = (event: Event) => {
      if (box.current && !event.composedPath().includes(box.current)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    const all = entries();
    const at = all.indexOf(event.target as HTMLButtonElement);
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
    const next = moves[event.key];
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else if (next !== undefined) all[(next + all.length) % all.length]?.focus();
    if (event.key !== 'Escape' && next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the button and the items inside
    <div class="menu" ref={box} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        class="round"
        aria-label={texts.menu}
        title={texts.menu}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <MoreIcon />
      </button>
      {open && (
        <div class="menu-list" role="menu" aria-label={texts.chatMenu}>
          {items.map(({ label, icon, disabled = false, run }) => {
            const Icon = ICONS[icon];
            return (
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                key={label}
                aria-disabled={disabled}
                onClick={() => {
                  if (disabled) return;
                  close();
                  run();
                }}
              >
                <Icon />
                {label}
              </button>
            );
          })}
        </div>
      )}
    </div>
  );
}
