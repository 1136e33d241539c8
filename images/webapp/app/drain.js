'use strict';

// A container that is stopped is killed after ten seconds, and this one is to be gone in five.
const maxMilliseconds = 4_000;

/** The way out: the health check fails first, so that balancers look elsewhere, and only then nobody is let in. */
class Drain {
  began = false;

  constructor(seconds) {
    this.pause = Math.min(seconds * 1000, maxMilliseconds);
  }

  start(server, exit) {
    if (this.began) return;
    this.began = true;
    console.log('webapp: draining');
    setTimeout(() => {
      server.close(exit);
      server.closeIdleConnections();
    }, this.pause);
    setTimeout(exit, maxMilliseconds).unref();
  }
}

module.exports = { Drain };
