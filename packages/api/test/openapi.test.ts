import { afterAll, beforeAll, expect, test } from 'vitest';
import { world, type World } from './world.ts';

let w: World;
beforeAll(async () => void (w = await world()));
afterAll(() => w.close());

/** Not for callers: the documentation itself and its page. */
const aside = (path: string) => path === '/api/openapi.json' || path.startsWith('/api/docs');

test('every route is in /api/openapi.json, and nothing else is', async () => {
  const described = (await (await w.nobody.send('/api/openapi.json')).json()) as { paths: Record<string, Record<string, unknown>> };
  const documented = Object.entries(described.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  const served = routesOf(w.app.http.printRoutes({ commonPrefix: false })).filter((route) => route.includes(' /api/') && !aside(route.split(' ')[1]!));
  expect(served.length).toBeGreaterThan(40);
  expect(documented.sort()).toEqual(served.sort());
});

/** `METHOD /path/{param}` for each line of Fastify's route tree. */
function routesOf(tree: string): string[] {
  const parts: string[] = [];
  return tree.split('\n').filter(Boolean).flatMap((line) => {
    const [, indent, text] = /^([│├└─\s]*)(.*)$/.exec(line)!;
    const depth = indent!.length / 4;
    const [, part, methods] = /^(.*?)(?: \(([A-Z, ]+)\))?$/.exec(text!)!;
    parts.length = depth;
    parts[depth - 1] = part!;
    const path = parts.slice(0, depth).join('').replace(/:(\w+)/g, '{$1}');
    return (methods?.split(', ') ?? []).filter((method) => !['HEAD', 'OPTIONS'].includes(method)).map((method) => `${method} ${path}`);
  });
}
