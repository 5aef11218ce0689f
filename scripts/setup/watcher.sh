#!/bin/sh
# Ends the children of a supervisor that is gone, whatever ended it: it reads their ids from a pipe that only the supervisor
# holds open, and acts when the pipe closes without a "bye". First the programs, then the stores that they write to.
trap '' INT TERM HUP
programs=''
stores=''

# Removes one id from a list.
without() {
  kept=''
  for each in $1; do [ "$each" = "$2" ] || kept="$kept $each"; done
  echo "$kept"
}

# Signals an id; a leading "-" means its whole group.
signal() { kill -s "$1" -- "$2" 2>/dev/null; }

# Asks a list to end, waits up to $2 tenths of a second, then insists.
end() {
  for each in $1; do signal TERM "$each"; done
  left=$2
  while [ "$left" -gt 0 ]; do
    alive=''
    for each in $1; do signal 0 "$each" && alive=yes; done
    [ -z "$alive" ] && return
    sleep 0.1
    left=$((left - 1))
  done
  for each in $1; do signal KILL "$each"; done
}

while read -r word id; do
  case $word in
    program) programs="$programs $id" ;;
    store) stores="$stores $id" ;;
    gone)
      programs=$(without "$programs" "$id")
      stores=$(without "$stores" "$id")
      ;;
    bye) exit 0 ;;
  esac
done
end "$programs" 30
end "$stores" 20
