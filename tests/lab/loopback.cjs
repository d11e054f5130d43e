// Preloaded into The Lounge: it may reach this machine only, whatever it asks for.
const dns = require('node:dns');
const net = require('node:net');

const loopback = (host) => !host || ['localhost', '127.0.0.1', '::1'].includes(host);

function refusal(host) {
  return Object.assign(new Error(`the lab does not reach ${host}`), { code: 'ECONNREFUSED' });
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const normalized = Array.isArray(args[0]) ? args[0] : net._normalizeArgs(args);
  const { host } = normalized[0];
  if (loopback(host)) return connect.apply(this, args);
  process.nextTick(() => this.destroy(refusal(host)));
  return this;
};

const { lookup } = dns;
dns.lookup = (host, options, callback) => {
  if (loopback(host)) return lookup(host, options, callback);
  process.nextTick(callback ?? options, refusal(host));
};
