import adapter from '@sveltejs/adapter-node';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, loadEnv } from 'vite';
import { gatherMessages } from './gather-messages.ts';

export default defineConfig(({ mode }) => {
  const api = `http://localhost:${loadEnv(mode, '../..', 'PORT').PORT ?? 3000}`;
  gatherMessages();
  return {
    plugins: [
      paraglideVitePlugin({ project: './project.inlang' }),
      sveltekit({
        adapter: adapter({ envPrefix: 'WEB_' }),
        // The hook `sameOrigin` compares Origin with Host instead: the adapter cannot know whether a
        // proxy before it speaks https, so SvelteKit's own comparison refuses every form on plain http.
        csrf: { trustedOrigins: ['*'] },
        csp: {
          mode: 'nonce',
          directives: {
            'default-src': ['self'],
            'script-src': ['self'],
            'style-src': ['self'],
            // Widths of bars and positions of handles are inline `style` attributes.
            'style-src-attr': ['unsafe-inline'],
            'img-src': ['self', 'data:', 'blob:'],
            'connect-src': ['self'],
            'object-src': ['none'],
            'base-uri': ['none'],
            'form-action': ['self'],
            'frame-ancestors': ['none'],
          },
        },
      }),
    ],
    server: { proxy: { '/api': api, '/socket.io': { target: api, ws: true } } },
  };
});
