import { files, type StoredFile } from '@ganwan/shared/files/contract';
import { ApiFailure } from '#lib/api-failure.ts';
import type { Api } from '#lib/api.ts';

/** The documents of a listing that the reader may see, in its order, by the names their uploaders gave them. */
export async function documentsOf({ call }: Pick<Api, 'call'>, { documentIds }: { documentIds: readonly string[] }): Promise<StoredFile[]> {
  const found = documentIds.map((id) => call(files.show, { params: { id } }).catch((failure: unknown) => {
    if (failure instanceof ApiFailure && failure.code === 'not_found') return null;
    throw failure;
  }));
  return (await Promise.all(found)).filter((file) => file !== null);
}
