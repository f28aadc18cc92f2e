#!/bin/bash
# Runs a program beside a link that delays each packet by $1 ms each way: link.sh MS PROGRAM ARGUMENTS…
# To be run in network and mount namespaces of its own: unshare -n -m bash link.sh 50 node bench.mjs
# The far side is the network namespace "far" with the address 198.18.0.2; this side is 198.18.0.1.
set -eu
delay=$1
shift
folder=$(mktemp -d)
trap 'kill $(cat "$folder"/*.pid 2>/dev/null) 2>/dev/null || true; rm -rf "$folder"' EXIT
ip link set lo up
# Names of network namespaces are files: ours are in a folder nobody else sees.
mkdir -p /run/netns && mount -t tmpfs tmpfs /run/netns
ip netns add far
far() { ip netns exec far "$@"; }
far ip link set lo up
ip tuntap add dev near mode tap && ip addr add 198.18.0.1/24 dev near && ip link set near up
far ip tuntap add dev away mode tap && far ip addr add 198.18.0.2/24 dev away && far ip link set away up
vde_switch -s "$folder/near" -tap near -daemon -p "$folder/near.pid"
far vde_switch -s "$folder/away" -tap away -daemon -p "$folder/away.pid"
sleep 0.5
wirefilter -v "$folder/near:$folder/away" -d "$delay" --daemon -p "$folder/wire.pid"
sleep 0.5
"$@"
