# The service, without root and on a file system that may be read-only.
#   docker build -t trichluc . && docker run --rm -p 127.0.0.1:8080:8080 --read-only trichluc

FROM node:20-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
# The build is a script of its own below: what it needs is not here yet.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && mkdir packed && npm pack --ignore-scripts --pack-destination packed

# The package as users have it, with what the service is built on.
FROM node:20-bookworm-slim AS install
WORKDIR /app
COPY --from=build /build/packed/ /packed/
RUN echo '{"private":true}' > package.json \
 && npm install --omit=dev --ignore-scripts --no-audit --no-fund /packed/trichluc-*.tgz \
      fastify@5.12.8 @fastify/swagger@9.9.3 @fastify/cors@11.4.3 prom-client@15.1.3 \
 && npm cache clean --force

# Node alone: no shell, no package manager.
FROM gcr.io/distroless/nodejs20-debian12:nonroot
WORKDIR /app
COPY --from=install /app/node_modules ./node_modules
ENV NODE_ENV=production TRICHLUC_HOST=0.0.0.0 TRICHLUC_PORT=8080
EXPOSE 8080
# By its number, so that Kubernetes sees that it is not root.
USER 65532
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["/nodejs/bin/node", "-e", "fetch('http://127.0.0.1:' + process.env.TRICHLUC_PORT + '/livez').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/nodejs/bin/node", "node_modules/trichluc/dist/cli.js"]
CMD ["serve"]
