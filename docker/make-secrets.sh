#!/bin/sh
# Makes the secrets that the compose files hand to the containers as files; what is there stays.
# The folder is its owner's alone; the files in it are readable, because a container runs as another user.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
folder=$here/secrets
mkdir -p "$folder"
chmod 700 "$folder"

# Makes a file of what stands on the standard input.
make() {
  [ -e "$folder/$1" ] && { cat >/dev/null; return 0; }
  cat >"$folder/$1.draft"
  chmod 444 "$folder/$1.draft"
  mv "$folder/$1.draft" "$folder/$1"
}

head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n' | make postgres_password
head -c 32 /dev/urandom | base64 | make master_key
echo 'mongodb://mongo-1:27017,mongo-2:27017,mongo-3:27017/?replicaSet=rs0' | make mongo_connection
# A token of the issuer with the role admin, for Prometheus to read the metrics with; put yours here.
printf '' | make prometheus-token
