import type { FastifyInstance } from 'fastify';
import { subFamilyOf } from '@ganwan/shared/catalogue/families';
import { importLimits, imports } from '@ganwan/shared/imports/contract';
import { sendDownload } from '#platform/download';
import { serve } from '#platform/http';
import { oneFile } from '#platform/upload';
import { mediaTypes, type importService } from './service.ts';
import { template } from './template.ts';

export function importRoutes(app: FastifyInstance, service: ReturnType<typeof importService>): void {
  serve(app, imports, {
    template: async ({ query: { subFamily, format, locale }, reply }) =>
      sendDownload(reply, { content: await template(subFamily, format, locale), mediaType: mediaTypes[format], name: `${subFamilyOf(subFamily).label[locale].replaceAll('/', '-')}.${format}`, disposition: 'attachment' }),
    create: async ({ actor, query, request, reply }) => {
      const { content, name } = await oneFile(request, reply, importLimits.csv);
      return service.create(actor, query, content, name);
    },
    list: ({ actor, query }) => service.list(actor, query),
    show: ({ actor, params }) => service.show(actor, params.id),
    refused: ({ actor, params, query }) => service.refused(actor, params.id, query),
    refusedFile: async ({ actor, params, query, reply }) => sendDownload(reply, await service.refusedFile(actor, params.id, query)),
    run: ({ actor, params, body }) => service.run(actor, params.id, body.publish),
    cancel: ({ actor, params }) => service.cancel(actor, params.id),
  });
}
