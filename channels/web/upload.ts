// Uploads: multipart bodies, read with a library, each file checked by size, number and type before it is kept.
import busboy from 'busboy';
import type { Attachment } from '../../models/activity.ts';
import type { AttachmentStore } from '../../models/attachments.ts';
import { parseActivity, parseJson } from './parse.ts';
import type { ActivityBody } from './schema.ts';
import { refuse } from './tokens.ts';

const MOST_FILE_BYTES = 8 * 1024 * 1024;
const MOST_FILES = 5;
/** What a person can look at, and nothing that a browser would run. */
const TYPES =
  /^(image\/(png|jpeg|gif|webp|heic)|application\/pdf|text\/plain|text\/csv|audio\/[\w.+-]+|video\/(mp4|quicktime|webm))$/;

interface Upload {
  files: { name: string; type: string; content: Buffer }[];
  /** The part with the activity itself, if there is one. */
  activity: ActivityBody;
}

/** Reads a multipart upload whole. Throws SupportError 400, 413 or 415. */
export async function parseUpload(body: Uint8Array, contentType: string): Promise<Upload> {
  const upload: Upload = { files: [], activity: { type: 'message' } };
  let fault: Error | undefined;
  await new Promise<void>((resolve, reject) => {
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: { 'content-type': contentType },
        limits: { files: MOST_FILES, fileSize: MOST_FILE_BYTES, fields: 4, parts: MOST_FILES + 4 },
      });
    } catch (cause) {
      reject(refuse(400, 'upload.shape', 'The upload is not a multipart body.', cause));
      return;
    }
    parser.on('file', (_field, stream, info) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => {
        fault ??= refuse(413, 'upload.long', `A file may have ${MOST_FILE_BYTES} bytes at most.`);
      });
      // A body that ends in the middle of a file breaks the file's own stream; unheard, it would end the process.
      stream.on('error', (cause: Error) =>
        reject(refuse(400, 'upload.shape', 'The upload is not a whole multipart body.', cause)),
      );
      stream.on('end', () => {
        const content = Buffer.concat(chunks);
        try {
          if (info.mimeType === 'application/vnd.microsoft.activity')
            upload.activity = parseActivity(parseJson(content));
          else upload.files.push({ name: cleanName(info.filename), type: info.mimeType.toLowerCase(), content });
        } catch (error) {
          fault ??= error as Error;
        }
      });
    });
    parser.on('filesLimit', () => {
      fault ??= refuse(413, 'upload.many', `One upload may have ${MOST_FILES} files at most.`);
    });
    parser.on('error', (cause) =>
      reject(refuse(400, 'upload.shape', 'The upload is not a whole multipart body.', cause)),
    );
    parser.on('close', () => resolve());
    parser.end(Buffer.from(body));
  });
  if (fault) throw fault;
  if (upload.files.length === 0) throw refuse(400, 'upload.empty', 'The upload has no file.');
  const odd = upload.files.find((file) => !TYPES.test(file.type));
  if (odd) throw refuse(415, 'upload.type', 'Files of this type are not accepted.');
  return upload;
}

export async function keepFiles(upload: Upload, store: AttachmentStore): Promise<Attachment[]> {
  const kept: Attachment[] = [];
  for (const file of upload.files) kept.push(await store.save(file.content, file));
  return kept;
}

function cleanName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  return last.replace(/[^\p{L}\p{N}._ -]+/gu, '_').slice(0, 120) || 'file';
}
