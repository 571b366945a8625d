import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fileLimits, files } from '@ganwan/shared/files/contract';
import { sendDownload } from '#platform/download';
import { serve } from '#platform/http';
import { oneFile } from '#platform/upload';
import type { Content, fileService } from './service.ts';

export function fileRoutes(app: FastifyInstance, service: ReturnType<typeof fileService>): void {
  serve(app, files, {
    upload: async ({ actor, request, reply }) => {
      const { content, name } = await oneFile(request, reply, fileLimits.document);
      return service.upload(actor, content, name);
    },
    show: ({ actor, params }) => service.show(actor, params.id),
    content: async ({ actor, params, request, reply }) => send(request, reply, await service.content(actor, params.id, params.size)),
  });
}

async function send(request: FastifyRequest, reply: FastifyReply, { file, mediaType, sha256, public: isPublic, read }: Content): Promise<FastifyReply> {
  const tag = `"${sha256}"`;
  // What was public may be withdrawn: caches forget it in minutes, and what is private is asked for each time.
  reply.header('etag', tag).header('cache-control', isPublic ? 'public, max-age=300' : 'private, no-cache').header('vary', 'cookie');
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return sendDownload(reply, { content: await read(), mediaType, name: file.name, disposition: file.kind === 'image' ? 'inline' : 'attachment' });
}
