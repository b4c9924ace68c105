# One image for every service of the distributed set-up; the command says which one runs:
#   docker run … relais npm start -w subgraphs/employment
# The standalone demo is not in it.
FROM node:24-alpine AS dependencies
WORKDIR /relais
COPY package.json package-lock.json ./
COPY console/package.json console/
COPY platform/package.json platform/
COPY gateway/package.json gateway/
COPY standalone/package.json standalone/
COPY subgraphs/early-childhood/package.json subgraphs/early-childhood/
COPY subgraphs/social-protection/package.json subgraphs/social-protection/
COPY subgraphs/employment/package.json subgraphs/employment/
RUN npm ci --omit=dev --ignore-scripts --workspace=platform --workspace=gateway \
      --workspace=subgraphs/early-childhood --workspace=subgraphs/social-protection --workspace=subgraphs/employment \
 && rm -rf node_modules/typescript

# The screens are built here: what builds them is not in the image.
FROM dependencies AS screens
RUN npm ci --ignore-scripts --workspace=console --workspace=platform
COPY tsconfig.json ./
COPY platform platform
COPY console console
RUN node --import tsx console/build.ts

FROM node:24-alpine
ENV NODE_ENV=production APOLLO_TELEMETRY_DISABLED=1 npm_config_update_notifier=false
WORKDIR /relais
COPY --from=dependencies /relais ./
COPY run.mjs compile.mjs load.cjs tsconfig.json ./
COPY platform platform
COPY gateway gateway
COPY subgraphs subgraphs
COPY --from=screens /relais/console/dist console/dist
COPY schema/supergraph.graphql schema/events.json schema/operations.json schema/
RUN node run.mjs
USER node
EXPOSE 4000 4001 4002 4003
CMD ["npm", "start", "-s", "-w", "gateway"]
