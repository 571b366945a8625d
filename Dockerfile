# One image is one process of the product: API, sockets, pages and jobs. The database is elsewhere.
FROM node:24-bookworm-slim AS base
WORKDIR /app
ENV CI=true
RUN npm install --global pnpm@12

# The manifests alone, so that a change of the sources does not install again.
FROM base AS manifests
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY patches patches
COPY packages/shared/package.json packages/shared/
COPY packages/scheduler/package.json packages/scheduler/
COPY packages/api/package.json packages/api/
COPY packages/web/package.json packages/web/

FROM manifests AS build
RUN pnpm install --frozen-lockfile
COPY tsconfig.base.json ./
COPY packages packages
RUN pnpm build

FROM manifests AS production
RUN pnpm install --frozen-lockfile --prod
COPY packages/shared packages/shared
COPY packages/api packages/api
COPY --from=build /app/packages/web/build packages/web/build

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production DATA_DIR=/data SEED=none PORT=3000
RUN mkdir /data && chown node:node /data
COPY --from=production /app .
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health/ready').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "packages/api/src/main.ts"]
