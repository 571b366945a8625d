import { expect, vi } from 'vitest';
import { columnsOf } from '@ganwan/shared/imports/columns';
import { Import, imports, type ImportStatus } from '@ganwan/shared/imports/contract';
import type { SubFamily } from '@ganwan/shared/catalogue/families';
import { FailureBody } from '@ganwan/shared/failures';
import { Refused, type Someone } from '#test/world';

/** Sends a file as a browser's form does. Throws `Refused`. */
export async function send(by: Pick<Someone, 'send'>, content: string | Uint8Array, name = 'items.csv', query: { kind?: 'supply' | 'demand'; subFamily?: SubFamily } = {}): Promise<Import> {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(Buffer.from(content))], name));
  const answer = await by.send(`/api/imports?kind=${query.kind ?? 'supply'}&subFamily=${query.subFamily ?? 'copper_foil'}`, { method: 'POST', body: form });
  const json: unknown = await answer.json();
  if (!answer.ok) throw new Refused(answer.status, FailureBody.parse(json));
  return Import.decode(json as never);
}

/** The import once it has come to this status. */
export const until = (by: Someone, id: string, status: ImportStatus): Promise<Import> =>
  vi.waitFor(async () => {
    const now = await by.call(imports.show, { params: { id } });
    expect(now.status).toBe(status);
    return now;
  }, { timeout: 15_000, interval: 50 });

/** Uploads, waits for the dry run, and imports what passed. */
export async function importAll(by: Someone, content: string | Uint8Array, publish = true): Promise<Import> {
  const { id } = await send(by, content);
  await until(by, id, 'checked');
  await by.call(imports.run, { params: { id }, body: { publish } });
  return until(by, id, 'finished');
}

export const csv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');

/** A file of copper foils that can be published, each a little thicker than the last. */
export function foils(count: number, price = '82.5', given: { from?: number } = {}): string {
  const head = ['货号', '标题 · 简体中文', 'thickness', '铜箔类型', '产业链', '产地', '计价方式', '币种', '计量单位', '阶梯价'];
  expect(columnsOf('copper_foil').length).toBeGreaterThan(head.length);
  return csv([head, ...Array.from({ length: count }, (_, i) => [`CF-${(given.from ?? 0) + i}`, `铜箔 ${i}`, `${6 + i % 60} µm`, 'HTE', '有色金属', '鹰潭', '一口价', 'CNY', 'kg', price])]);
}
