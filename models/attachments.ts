// Files that customers and staff send, in GridFS from the first upload. An id says nothing about its owner; whoever
// hands out a link signs it.
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import mongoose, { type Connection } from 'mongoose';
import { newId } from '../core/ids.ts';
import type { Attachment } from './activity.ts';

export interface AttachmentStore {
  /** Keeps a whole file. */
  save(content: Buffer, about: { name: string; type: string }): Promise<Attachment>;
  /** The file and its content as a stream; null when there is none. */
  open(id: string): Promise<{ attachment: Attachment; content: Readable } | null>;
}

export function createAttachmentStore(connection: Connection): AttachmentStore {
  const bucket = () => new mongoose.mongo.GridFSBucket(connection.db!, { bucketName: 'attachments' });
  return {
    save: async (content, { name, type }) => {
      const id = newId('file');
      const sha256 = createHash('sha256').update(content).digest('hex');
      const upload = bucket().openUploadStreamWithId(id as never, name, { metadata: { type, sha256 } });
      await new Promise<void>((resolve, reject) => {
        upload.once('finish', () => resolve());
        upload.once('error', reject);
        upload.end(content);
      });
      return { id, name, type, bytes: content.length, sha256 };
    },
    open: async (id) => {
      const [file] = await bucket()
        .find({ _id: id } as never)
        .toArray();
      if (!file) return null;
      const { type, sha256 } = (file.metadata ?? {}) as { type?: string; sha256?: string };
      const attachment = {
        id,
        name: file.filename,
        type: type ?? 'application/octet-stream',
        bytes: file.length,
        sha256: sha256 ?? '',
      };
      return { attachment, content: bucket().openDownloadStream(id as never) as unknown as Readable };
    },
  };
}
