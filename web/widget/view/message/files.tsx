// Files of a message and files about to be sent. Content of the server is fetched with the token and only ever shown as
// a picture or saved: opening it would run it as a page of the shop.
import { useEffect, useState } from 'preact/hooks';
import type { Chat } from '../../conversation/chat.ts';
import type { ShownFile } from '../../conversation/state.ts';
import { useTexts } from '../../texts/index.ts';
import { CloseIcon, FileIcon } from '../icons.tsx';

export function ShownFiles({ chat, files }: { chat: Chat; files: ShownFile[] }) {
  return (
    <>
      {files.map((file, index) =>
        file.type.startsWith('image/') ? (
          <Picture key={index} chat={chat} file={file} />
        ) : (
          <FileCard key={index} chat={chat} file={file} />
        ),
      )}
    </>
  );
}

function Picture({ chat, file }: { chat: Chat; file: ShownFile }) {
  const [address, setAddress] = useState<string>();
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    let gone = false;
    let made: string | undefined;
    const load = file.file ? Promise.resolve(URL.createObjectURL(file.file)) : chat.fetchFile(file.url ?? '');
    load.then(
      (url) => {
        made = url;
        if (gone) URL.revokeObjectURL(url);
        else setAddress(url);
      },
      () => setBroken(true),
    );
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [chat, file.url, file.file]);
  if (broken) return <FileCard chat={chat} file={file} />;
  return (
    <a class="picture" {...(address ? { href: address } : {})} download={file.name}>
      {address && <img src={address} alt={file.name} onError={() => setBroken(true)} />}
    </a>
  );
}

function FileCard({ chat, file }: { chat: Chat; file: ShownFile }) {
  const texts = useTexts();
  const [problem, setProblem] = useState(false);
  const save = async () => {
    setProblem(false);
    try {
      const url = file.file ? URL.createObjectURL(file.file) : await chat.fetchFile(file.url ?? '');
      const link = document.createElement('a');
      link.href = url;
      link.download = file.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    } catch {
      // Said to the customer on the card itself.
      setProblem(true);
    }
  };
  return (
    <button type="button" class="file" onClick={() => void save()}>
      <FileIcon />
      <span class="file-name">{file.name}</span>
      {problem && <span class="file-problem">{texts.fileFailed}</span>}
    </button>
  );
}

export function PickedFiles({ files, onRemove }: { files: File[]; onRemove: (file: File) => void }) {
  const texts = useTexts();
  if (files.length === 0) return null;
  return (
    <ul class="picked" aria-label={texts.filesToSend}>
      {files.map((file, index) => (
        <li key={index}>
          {file.type.startsWith('image/') ? <Thumbnail file={file} /> : <FileIcon />}
          <span class="file-name">{file.name}</span>
          <button type="button" class="round small" aria-label={texts.remove(file.name)} onClick={() => onRemove(file)}>
            <CloseIcon />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Thumbnail({ file }: { file: File }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(file);
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return <span class="thumbnail">{address && <img src={address} alt="" />}</span>;
}
