// The conversation itself: a polite live region with days, messages, typing and choices. It stays at the end while the
// customer is at the end, and never pulls away somebody who reads further up.
import { Fragment, type VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from '../conversation/chat.ts';
import type { ChatState, ShownMessage } from '../conversation/state.ts';
import { type Texts, useTexts } from '../texts/index.ts';
import { DownIcon } from './icons.tsx';
import type { Look } from './look.ts';
import { Choices } from './message/choices.tsx';
import { Message } from './message/message.tsx';
import { dayText, isSameDay } from './times.ts';

/** Messages of one voice within this time belong together. */
const GROUP_MS = 5 * 60_000;
const NEAR_END_PX = 60;

interface LogProps {
  chat: Chat;
  state: ChatState;
  look: Look;
  onWrite: (text: string) => void;
}

export function Log({ chat, state, look, onWrite }: LogProps) {
  const texts = useTexts();
  const { box, atEnd, onScroll, toEnd } = useStickToEnd(state);
  const { messages, loading, typing } = state;
  const last = messages[messages.length - 1];
  const choices = last && last.who !== 'customer' ? last.choices : [];
  return (
    <div class="log-frame">
      <div
        class="log"
        ref={box}
        role="log"
        aria-live="polite"
        aria-label={texts.conversation}
        aria-busy={loading}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
      >
        {messages.length === 0 && !loading && <Welcome look={look} onWrite={onWrite} />}
        {messages.map((message, index) => rowOf(message, index, messages, chat, look, texts))}
        {typing && (
          <div class="row theirs" key="typing">
            <div class="bubble typing">
              <span class="unseen">{texts.isTyping(state.person || look.title)}</span>
              {state.progress && <span class="progress">{state.progress}</span>}
              <i />
              <i />
              <i />
            </div>
          </div>
        )}
        {!typing && choices.length > 0 && <Choices choices={choices} onWrite={onWrite} />}
      </div>
      {!atEnd && (
        <button type="button" class="to-end" onClick={toEnd}>
          <DownIcon /> {texts.newest}
        </button>
      )}
    </div>
  );
}

function rowOf(message: ShownMessage, index: number, all: ShownMessage[], chat: Chat, look: Look, texts: Texts): VNode {
  const before = all[index - 1];
  const after = all[index + 1];
  const newDay = !before || !isSameDay(before.at, message.at);
  const lastOwn = message.who === 'customer' && !all.slice(index + 1).some((other) => other.who === 'customer');
  return (
    <Fragment key={message.key}>
      {newDay && (
        <p class="day">
          <span>{dayText(message.at, Date.now(), texts)}</span>
        </p>
      )}
      <Message
        chat={chat}
        message={message}
        title={look.title}
        first={newDay || !belongTogether(before, message)}
        last={!belongTogether(message, after)}
        showDelivery={lastOwn}
      />
    </Fragment>
  );
}

function belongTogether(one: ShownMessage | undefined, other: ShownMessage | undefined): boolean {
  if (!one || !other) return false;
  if (one.who !== other.who || one.name !== other.name || !isSameDay(one.at, other.at)) return false;
  return Math.abs(other.at - one.at) < GROUP_MS && one.delivery !== 'failed';
}

function Welcome({ look, onWrite }: { look: Look; onWrite: (text: string) => void }) {
  const texts = useTexts();
  return (
    <div class="welcome">
      <h2>{look.greeting ?? texts.greeting}</h2>
      <p>{texts.welcome}</p>
      <Choices
        choices={(look.starters ?? texts.starters).map((title) => ({ title, value: title }))}
        onWrite={onWrite}
      />
    </div>
  );
}

function useStickToEnd(state: ChatState) {
  const box = useRef<HTMLDivElement>(null);
  const stick = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  const last = state.messages[state.messages.length - 1];
  const toEnd = () => {
    const element = box.current;
    if (element) element.scrollTop = element.scrollHeight;
  };
  // Own words always bring the end back.
  if (last?.delivery === 'sending') stick.current = true;
  useLayoutEffect(() => {
    if (stick.current) toEnd();
  }, [state.messages, state.typing, state.open, state.waiting, state.notice]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const watcher = new ResizeObserver(() => stick.current && toEnd());
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  const onScroll = () => {
    const element = box.current;
    if (!element) return;
    stick.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX;
    setAtEnd(stick.current);
  };
  return { box, atEnd, onScroll, toEnd };
}
