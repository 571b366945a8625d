import type { FieldFailure } from '@ganwan/shared/failures';
import type { ListingFields } from '@ganwan/shared/listings/fields';
import { attachFiles } from '#features/files/service';
import type { Queries } from '#platform/database';
import { Failure } from '#platform/failure';

interface Attached { path: string; fileId: string; kind: 'image' | 'document' | 'any' }

/** Every file a listing shows, and which field shows it. */
export function attachedFiles(fields: ListingFields): Attached[] {
  const proofs = [
    ...fields.certificates.map((certificate, i) => ({ path: `certificates.${i}.fileId`, value: certificate })),
    ...Object.entries(fields.attributes).map(([key, value]) => ({ path: `attributes.${key}.fileId`, value })),
  ];
  return [
    ...fields.imageIds.map((fileId, i) => ({ path: `imageIds.${i}`, fileId, kind: 'image' as const })),
    ...fields.documentIds.map((fileId, i) => ({ path: `documentIds.${i}`, fileId, kind: 'document' as const })),
    ...proofs.flatMap(({ path, value }) => (typeof value === 'object' && 'fileId' in value && value.fileId !== null ? [{ path, fileId: value.fileId, kind: 'any' as const }] : [])),
  ];
}

/** An enterprise attaches only what it uploaded itself, pictures as pictures. Throws `invalid_input` with `file_unknown` by field. */
export async function refuseStrangeFiles(db: Queries, enterpriseId: string, fields: ListingFields): Promise<void> {
  const attached = attachedFiles(fields);
  if (attached.length === 0) return;
  const known = new Map((await attachFiles(db, enterpriseId, attached.map((a) => a.fileId))).map((file) => [file.id, file.kind]));
  const strange = attached.filter(({ fileId, kind }) => !known.has(fileId) || (kind !== 'any' && known.get(fileId) !== kind));
  const failures = strange.map(({ path }): FieldFailure => ({ path, code: 'file_unknown', params: {} }));
  if (failures.length > 0) throw new Failure('invalid_input', { fields: failures });
}
