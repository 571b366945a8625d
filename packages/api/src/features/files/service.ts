import type { Readable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import { fileLimits, type FileSize, type StoredFile } from '@ganwan/shared/files/contract';
import type { Actor, Member } from '#platform/actor';
import type { Clock } from '#platform/clock';
import { waitsHours } from '#platform/contents';
import type { Database, Queries } from '#platform/database';
import { Failure, found } from '#platform/failure';
import type { FileStore, Kept, Received } from '#platform/files';
import { endings, judge } from './judge.ts';
import { redraw } from './image.ts';
import { fileQueries, type FileRow } from './queries.ts';

/**
 * Whether what a file is attached to lets this actor read it: `everyone` when it is shown in public, `actor`
 * when they take part, `others` when it is for others alone, even of the enterprise that uploaded it, `nobody` when it says
 * nothing. Features that attach files give one to `fileService`.
 */
export type FileReader = (fileId: string, actor: Actor | undefined) => Promise<'everyone' | 'actor' | 'others' | 'nobody'>;

export interface Content {
  file: StoredFile;
  mediaType: string;
  sha256: string;
  public: boolean;
  read(): Promise<Readable>;
}

/** Rows removed in one statement. */
const atOnce = 1000;

interface Needs {
  db: Database;
  store: FileStore;
  clock: Clock;
  readers: readonly FileReader[];
}

/**
 * Those of `ids` that the enterprise uploaded, in the order asked for; attach no other. They are kept from now on, or
 * from the commit of the transaction that `db` is.
 */
export async function attachFiles(db: Queries, enterpriseId: string, ids: string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  await fileQueries(db).attach(enterpriseId, ids);
  const rows = new Map((await fileQueries(db).ownedBy(enterpriseId, ids)).map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []).map(answer);
}

export function fileService({ db, store, clock, readers }: Needs) {
  const queries = fileQueries(db);

  async function readable(id: string, actor: Actor | undefined): Promise<{ row: FileRow; public: boolean }> {
    const row = found(await queries.find(id));
    const said = await Promise.all(readers.map((reader) => reader(id, actor)));
    if (said.includes('everyone')) return { row, public: true };
    const isOwn = actor?.enterprise?.id === row.enterpriseId && !said.includes('others');
    if (said.includes('actor') || isOwn) return { row, public: false };
    throw new Failure('not_found');
  }

  return {
    /** Keeps one file for the actor's enterprise. Until it is attached to something, only that enterprise reads it. */
    async upload(actor: Member, content: Readable, name: string): Promise<StoredFile> {
      const received = await store.receive(content, fileLimits.document);
      try {
        const kept = await keep(store, received, name);
        return answer(await queries.insert({ id: uuidv7(), enterpriseId: actor.enterprise.id, uploadedBy: actor.person.id, createdAt: clock.now(), ...kept }));
      } finally {
        await received.discard();
      }
    },

    /** What was uploaded a day ago and nothing has taken. How many. */
    async removeUnattached(): Promise<number> {
      for (let removed = 0; ; ) {
        const some = await queries.removeUnattached(waitsHours, atOnce);
        removed += some;
        if (some < atOnce) return removed;
      }
    },

    show: async (actor: Actor | undefined, id: string): Promise<StoredFile> => answer((await readable(id, actor)).row),

    /** Throws `not_found` for a stranger, a missing file and a size that a document does not have. */
    async content(actor: Actor | undefined, id: string, size: FileSize): Promise<Content> {
      const { row, public: isPublic } = await readable(id, actor);
      const sha256 = found({ original: row.sha256, large: row.largeSha256, thumbnail: row.thumbnailSha256 }[size]);
      return { file: answer(row), mediaType: size === 'original' ? row.mediaType : 'image/webp', sha256, public: isPublic, read: () => store.read(sha256) };
    },
  };
}

type Facts = Pick<FileRow, 'kind' | 'mediaType' | 'name' | 'width' | 'height' | 'largeSha256' | 'thumbnailSha256'> & Kept;

async function keep(store: FileStore, received: Received, name: string): Promise<Facts> {
  if (received.bytes === 0) throw new Failure('file_broken');
  const judged = await judge(received.path, name);
  if (received.bytes > fileLimits[judged.kind]) throw new Failure('too_large');
  if (judged.kind === 'document') {
    return { ...judged, ...(await store.keep(received)), name: named(name, endings[judged.mediaType]), width: null, height: null, largeSha256: null, thumbnailSha256: null };
  }
  const { mediaType, width, height, original, large, thumbnail } = await redraw(received.path, judged.mediaType);
  return {
    kind: 'image', mediaType, width, height,
    ...(await store.keep(original)),
    name: named(name, endings[mediaType]),
    largeSha256: (await store.keep(large)).sha256,
    thumbnailSha256: (await store.keep(thumbnail)).sha256,
  };
}

/** The uploader's name without a path, marks that turn text around or control characters, with a true ending. */
function named(name: string, fitting: readonly string[]): string {
  const bare = name.normalize('NFC').replace(/^.*[/\\]/s, '').replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim().slice(-150) || 'file';
  const ending = /\.([^.]{1,10})$/.exec(bare)?.[1]?.toLowerCase() ?? '';
  if (fitting.includes(ending)) return bare;
  const known = Object.values(endings).flat().includes(ending);
  return `${known ? bare.slice(0, -ending.length - 1) : bare}.${fitting[0]}`;
}

function answer(row: FileRow): StoredFile {
  return { ...row, mediaType: row.mediaType as StoredFile['mediaType'] };
}
