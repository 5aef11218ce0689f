// One message: whose it is, what it says, its files, and for own ones whether it got there.
import type { Chat } from '../../conversation/chat.ts';
import type { ShownMessage } from '../../conversation/state.ts';
import { useTexts } from '../../texts/index.ts';
import { AlertIcon, BellIcon } from '../icons.tsx';
import { clockText, isoText } from '../times.ts';
import { ShownFiles } from './files.tsx';
import { Markdown } from './markdown.tsx';

interface MessageProps {
  chat: Chat;
  message: ShownMessage;
  title: string;
  /** First and last of a group of the same voice. */
  first: boolean;
  last: boolean;
  showDelivery: boolean;
}

export function Message({ chat, message, title, first, last, showDelivery }: MessageProps) {
  const texts = useTexts();
  const own = message.who === 'customer';
  const name = own ? texts.you : message.who === 'person' ? (message.name ?? texts.colleague) : title;
  const failed = message.delivery === 'failed';
  return (
    <div
      class={`row ${own ? 'mine' : 'theirs'}`}
      data-who={message.who}
      data-first={first}
      data-delivery={message.delivery}
    >
      {!own && <Avatar message={message} shown={last} />}
      <div class="stack">
        {message.who === 'person' && first && (
          <p class="name" aria-hidden="true">
            {name}
          </p>
        )}
        <span class="unseen">{texts.said(name)} </span>
        {message.text && <div class="bubble">{own ? <p>{message.text}</p> : <Markdown text={message.text} />}</div>}
        <ShownFiles chat={chat} files={message.files} />
        {(last || failed) && (
          <p class="meta">
            <time dateTime={isoText(message.at)}>{clockText(message.at, texts)}</time>
            {own && !failed && showDelivery && ` · ${message.delivery === 'sent' ? texts.sent : texts.sending}`}
          </p>
        )}
        {failed && (
          <p class="failed" role="alert">
            <AlertIcon />
            <span>{message.problem}</span>
            <button type="button" onClick={() => chat.retry(message.key)}>
              {texts.tryAgain}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}

function Avatar({ message, shown }: { message: ShownMessage; shown: boolean }) {
  const initial = message.who === 'person' ? (message.name ?? '?').trim().charAt(0).toUpperCase() : '';
  return (
    <span class="avatar" aria-hidden="true" data-shown={shown}>
      {initial || <BellIcon />}
    </span>
  );
}
