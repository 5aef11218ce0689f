// The whole widget: the launcher with its badge, and the panel. The panel stays mounted once opened, so that a half
// written message or a picked file is still there after closing it.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from '../conversation/chat.ts';
import { type ChatState, countUnread } from '../conversation/state.ts';
import { type Texts, TextsProvider, useTexts } from '../texts/index.ts';
import { BellIcon, DownIcon } from './icons.tsx';
import type { Look } from './look.ts';
import { Panel } from './panel.tsx';
import { accentProperties } from './theme.ts';

export function App({ chat, look, texts }: { chat: Chat; look: Look; texts: Texts }) {
  const state = useChatState(chat);
  const dark = useDark(look.theme);
  const [everOpened, setEverOpened] = useState(look.view === 'page');
  const launcher = useRef<HTMLButtonElement>(null);
  const open = look.view === 'page' || state.open;

  useEffect(() => {
    if (look.view === 'page') chat.open();
  }, [chat, look.view]);
  useEffect(() => {
    if (open) setEverOpened(true);
  }, [open]);
  useVisibleHeight();

  const close = () => {
    chat.close();
    launcher.current?.focus();
  };
  return (
    <TextsProvider value={texts}>
      <div
        class="frontdesk"
        lang={texts.language}
        data-theme={dark ? 'dark' : 'light'}
        data-view={look.view}
        data-open={open}
        style={accentProperties(look.accent, dark)}
      >
        {(everOpened || open) && <Panel chat={chat} state={state} look={look} open={open} onClose={close} />}
        {look.view === 'float' && (
          <Launcher ref={launcher} state={state} title={look.title} onToggle={() => (open ? close() : chat.open())} />
        )}
      </div>
    </TextsProvider>
  );
}

interface LauncherProps {
  ref: { current: HTMLButtonElement | null };
  state: ChatState;
  title: string;
  onToggle: () => void;
}

function Launcher({ ref, state, title, onToggle }: LauncherProps) {
  const texts = useTexts();
  const unread = state.open ? 0 : countUnread(state);
  const count = unread > 9 ? '9+' : String(unread);
  const news = unread > 0 ? texts.unread(unread) : '';
  return (
    <>
      <button
        ref={ref}
        type="button"
        class="launcher"
        aria-expanded={state.open}
        aria-label={state.open ? texts.closeChatWith(title) : `${texts.openChat(title)}${news && `, ${news}`}`}
        onClick={onToggle}
      >
        <span class="launcher-icon" key={state.open ? 'down' : 'bell'}>
          {state.open ? <DownIcon /> : <BellIcon />}
        </span>
        {unread > 0 && (
          <span class="badge" aria-hidden="true">
            {count}
          </span>
        )}
      </button>
      <span class="unseen" role="status">
        {news && texts.from(news, title)}
      </span>
    </>
  );
}

function useChatState(chat: Chat): ChatState {
  const [state, setState] = useState(chat.store.get());
  useEffect(() => {
    setState(chat.store.get());
    return chat.store.subscribe(() => setState(chat.store.get()));
  }, [chat]);
  return state;
}

function useDark(theme: Look['theme']): boolean {
  const [dark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => setDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return theme === 'auto' ? dark : theme === 'dark';
}

/** Phones whose keyboard covers the page: the panel keeps to the part that can be seen. */
function useVisibleHeight(): void {
  useEffect(() => {
    const visible = window.visualViewport;
    if (!visible) return;
    const follow = () => {
      const root = document.documentElement.style;
      root.setProperty('--frontdesk-height', `${Math.round(visible.height)}px`);
      root.setProperty('--frontdesk-top', `${Math.round(visible.offsetTop)}px`);
    };
    follow();
    visible.addEventListener('resize', follow);
    visible.addEventListener('scroll', follow);
    return () => {
      visible.removeEventListener('resize', follow);
      visible.removeEventListener('scroll', follow);
    };
  }, []);
}
