// The open chat from top to bottom, and where the focus goes: into the composer when it opens, out by Escape.
import { useEffect, useRef } from 'preact/hooks';
import type { Chat } from '../conversation/chat.ts';
import type { ChatState } from '../conversation/state.ts';
import { useTexts } from '../texts/index.ts';
import { Composer } from './composer.tsx';
import { AlertIcon, BellIcon, CloseIcon } from './icons.tsx';
import { Log } from './log.tsx';
import type { Look } from './look.ts';
import { Menu } from './menu.tsx';
import { saveTranscript } from './transcript.ts';
import { useLateConnection, WaitingBanner } from './waiting.tsx';

interface PanelProps {
  chat: Chat;
  state: ChatState;
  look: Look;
  open: boolean;
  onClose: () => void;
}

export function Panel({ chat, state, look, open, onClose }: PanelProps) {
  const texts = useTexts();
  const composer = useRef<HTMLTextAreaElement>(null);
  const panel = useRef<HTMLElement>(null);
  const page = look.view === 'page';

  useEffect(() => {
    if (!open) return;
    // On a touch screen the keyboard would jump up and hide what the customer came to read.
    const touch = matchMedia('(pointer: coarse)').matches;
    (touch ? panel.current : composer.current)?.focus({ preventScroll: true });
  }, [open]);

  const write = (text: string) => {
    chat.send(text);
    composer.current?.focus({ preventScroll: true });
  };
  return (
    <section
      ref={panel}
      class="panel"
      role={page ? 'main' : 'dialog'}
      aria-label={texts.chatWith(look.title)}
      tabIndex={-1}
      hidden={!open}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || page) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="head">
        <span class="mark">
          <BellIcon />
        </span>
        <div class="names">
          <h1 class="title">{look.title}</h1>
          <Presence state={state} />
        </div>
        <Menu
          items={[
            { label: texts.talkToPerson, icon: 'person', run: () => write(texts.personRequest) },
            { label: texts.startNew, icon: 'new', run: () => chat.startOver() },
            {
              label: texts.download,
              icon: 'download',
              disabled: state.messages.length === 0,
              run: () => saveTranscript(state, look.title, texts),
            },
          ]}
        />
        {!page && (
          <button type="button" class="round" aria-label={texts.closeChat} title={texts.close} onClick={onClose}>
            <CloseIcon />
          </button>
        )}
      </div>
      <WaitingBanner waiting={state.waiting} />
      <Log chat={chat} state={state} look={look} onWrite={write} />
      {state.notice && (
        <div class="notice" role="alert">
          <AlertIcon />
          <span>{state.notice}</span>
          <button type="button" class="round small" aria-label={texts.dismiss} onClick={chat.dismissNotice}>
            <CloseIcon />
          </button>
        </div>
      )}
      <Composer chat={chat} input={composer} />
    </section>
  );
}

/** Who is there; says so when the line is down, but not for a hiccup. */
function Presence({ state }: { state: ChatState }) {
  const texts = useTexts();
  const late = useLateConnection(state.connection);
  const who = state.person === null ? texts.assistant : texts.isWithYou(state.person || texts.colleague);
  return (
    <p class="presence" role="status" data-late={late}>
      <span class="dot" aria-hidden="true" />
      {late ? texts.reconnecting : who}
    </p>
  );
}
