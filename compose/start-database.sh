#!/bin/sh
# PostgreSQL takes the key of its certificate only from a file that nobody else can read; what is mounted belongs to whoever made it.
set -eu
key=/var/run/postgresql/certificate.key
(umask 077 && cat /run/secrets/certificate-key > "$key")
exec docker-entrypoint.sh postgres "$@" -c ssl=on -c ssl_cert_file=/run/secrets/certificate -c ssl_key_file="$key" \
  -c ssl_min_protocol_version=TLSv1.3
