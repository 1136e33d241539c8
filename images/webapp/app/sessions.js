'use strict';

const cookies = require('cookie');
const { sign, unsign } = require('cookie-signature');
const { randomBytes } = require('node:crypto');

const cookieName = 'NODESESSID';
// Those that were used longest ago go first: visitors without cookies get a session per request.
const maxSessions = 10_000;

/** Gives each visitor a session in this process, by a signed cookie that looks as express-session's does. */
function sessions(secret = randomBytes(32).toString('base64')) {
  const all = new Map();

  const find = request => {
    const value = cookies.parse(request.headers.cookie ?? '')[cookieName];
    const id = value?.startsWith('s:') && unsign(value.slice(2), secret);
    return id ? all.get(id) : undefined;
  };

  const create = response => {
    const session = { id: randomBytes(24).toString('base64url'), views: 0 };
    response.append('Set-Cookie', cookies.serialize(cookieName, `s:${sign(session.id, secret)}`, { path: '/', httpOnly: true, sameSite: 'lax' }));
    return session;
  };

  return (request, response, next) => {
    const session = find(request) ?? create(response);
    all.delete(session.id);
    all.set(session.id, session);
    if (all.size > maxSessions) all.delete(all.keys().next().value);
    request.session = session;
    next();
  };
}

module.exports = { sessions, maxSessions };
