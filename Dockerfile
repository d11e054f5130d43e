# The extension is built first: the server offers it at /toward.zip.
FROM node:22-slim AS extension
WORKDIR /app
COPY api/openapi.json api/openapi.json
COPY nudges nudges
COPY extension extension
RUN cd extension && npm ci && node build.mjs

FROM python:3.12-slim
WORKDIR /app
COPY pyproject.toml constraints.txt ./
COPY api api
COPY nudges nudges
COPY extension/adapters extension/adapters
RUN pip install --no-cache-dir -c constraints.txt -e . && useradd --create-home toward \
  && mkdir data && chown toward data
COPY --from=extension /app/extension/dist extension/dist
USER toward
ENV HOST=0.0.0.0 PORT=8000 TOWARD_DATA=/app/data
VOLUME /app/data
EXPOSE 8000
CMD ["python", "-m", "api"]
