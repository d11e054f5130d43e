-- Prosody for the lab: loopback only, no TLS, no other servers, everything archived.
-- The marked values are filled in by prosody.py.
run_as_root = true
pidfile = "$folder/prosody.pid"
data_path = "$folder/data"
certificates = "$folder"
log = { info = "*console" }

interfaces = { "127.0.0.1" }
c2s_ports = { $c2s_port }
c2s_direct_tls_ports = { }
s2s_ports = { }
http_ports = { $http_port }
https_ports = { }
http_interfaces = { "127.0.0.1" }

modules_enabled = {
  "roster", "saslauth", "disco", "ping", "carbons", "mam", "pep", "private", "vcard4", "vcard_legacy",
  "smacks", "bosh", "websocket", "http_files",
}
modules_disabled = { "s2s", "tls" }

authentication = "internal_plain"
allow_unencrypted_plain_auth = true
c2s_require_encryption = false
storage = "internal"
default_archive_policy = true
archive_expires_after = "never"

consider_bosh_secure = true
consider_websocket_secure = true
http_default_host = "localhost"
http_external_url = "http://127.0.0.1:$http_port/"
http_paths = { files = "/"; bosh = "/http-bind"; websocket = "/xmpp-websocket" }
http_files_dir = "$folder/www"
http_index_files = { "index.html" }
mime_types_file = "$folder/mime.types"

VirtualHost "localhost"

Component "rooms.localhost" "muc"
  modules_enabled = { "muc_mam" }
  muc_room_locking = false
  muc_room_default_persistent = true
