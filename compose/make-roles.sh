#!/bin/sh
# Runs once, when the database is made: the owner brings the tables up to date, the service reads and writes rows and owns nothing.
set -eu
psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\set database `printf %s "$POSTGRES_DB"`
\set owner `printf %s_owner "$POSTGRES_DB"`
\set service `printf %s "$POSTGRES_DB"`
\set owner_password `cat "$OWNER_PASSWORD_FILE"`
\set service_password `cat "$SERVICE_PASSWORD_FILE"`
create role :"owner" login password :'owner_password';
create role :"service" login password :'service_password';
alter database :"database" owner to :"owner";
revoke connect, temporary on database :"database" from public;
grant connect on database :"database" to :"service";
revoke connect on database postgres, template1 from public;
SQL
