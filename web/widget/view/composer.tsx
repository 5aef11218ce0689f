// Where the customer writes: Enter sends, Shift+Enter makes a new line, files come by button, paste or drop.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from '../conversation/chat.ts';
import { useTexts } from '../texts/index.ts';
import { ClipIcon, SendIcon } from './icons.tsx';
import { PickedFiles } from './message/files.tsx';

// The limits of the web door; it checks them again.
const LONGEST_TEXT = 10_000;
const MOST_FILES = 5;
const LARGEST_FILE_MB = 8;
const FILE_TYPES =
  'image/png,image/jpeg,image/gif,image/webp,image/heic,application/pdf,text/plain,text/csv,audio/*,video/mp4,video/quicktime,video/webm';

export function Composer({ chat, input }: { chat: Chat; input: { current: HTMLTextAreaElement | null } }) {
  const texts = useTexts();
  const [text, setShownText] = useState(() => chat.readDraft());
  const { files, problem, add, remove, clear } = usePickedFiles();
  const over = text.length - LONGEST_TEXT;
  const ready = (text.trim() !== '' || files.length > 0) && over <= 0;

  useLayoutEffect(() => {
    const area = input.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  }, [text, input]);

  const setText = (next: string) => {
    // At once: the customer may be on the way to another page of the shop.
    chat.writeDraft(next);
    setShownText(next);
  };
  const send = () => {
    if (!ready) return;
    chat.send(text.trim(), files);
    setText('');
    clear();
    input.current?.focus();
  };
  const takeFiles = (event: Event, list: FileList | undefined | null) => {
    if (!list?.length) return;
    event.preventDefault();
    add([...list]);
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => takeFiles(event, event.dataTransfer?.files)}
    >
      <PickedFiles files={files} onRemove={remove} />
      {(problem || over > 0) && (
        <p class="composer-problem" role="alert">
          {problem ?? texts.tooLong(over)}
        </p>
      )}
      <div class="field">
        <PickButton onPick={add} />
        <textarea
          ref={input}
          rows={1}
          value={text}
          placeholder={texts.placeholder}
          aria-label={texts.message}
          enterkeyhint="send"
          autoComplete="off"
          onInput={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => takeFiles(event, event.clipboardData?.files)}
          onKeyDown={(event) => {
            // While an input method composes, Enter picks a word.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" class="send" aria-label={texts.send} title={texts.send} aria-disabled={!ready}>
          <SendIcon />
        </button>
      </div>
    </form>
  );
}

function PickButton({ onPick }: { onPick: (files: File[]) => void }) {
  const texts = useTexts();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="round"
        aria-label={texts.attach}
        title={texts.attach}
        onClick={() => picker.current?.click()}
      >
        <ClipIcon />
      </button>
      <input
        ref={picker}
        type="file"
        multiple
        accept={FILE_TYPES}
        hidden
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          onPick([...(event.currentTarget.files ?? [])]);
          // The same file may be picked again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

function usePickedFiles() {
  const texts = useTexts();
  const [files, setFiles] = useState<File[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const add = (more: File[]) => {
    const large = more.find((file) => file.size > LARGEST_FILE_MB * 1024 * 1024);
    const fitting = more.filter((file) => file !== large);
    const all = [...files, ...fitting];
    if (large) setProblem(texts.fileTooLarge(large.name, LARGEST_FILE_MB));
    else setProblem(all.length > MOST_FILES ? texts.tooManyFiles(MOST_FILES) : null);
    setFiles(all.filter((file) => file.size <= LARGEST_FILE_MB * 1024 * 1024).slice(0, MOST_FILES));
  };
  const remove = (file: File) => {
    setProblem(null);
    setFiles(files.filter((other) => other !== file));
  };
  const clear = () => {
    setProblem(null);
    setFiles([]);
  };
  return { files, problem, add, remove, clear };
}
